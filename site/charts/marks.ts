import { line } from 'd3-shape';
import { figureAt, isPartialAt, type Plotted, pointWords } from './chart-data';
import { type Element, element } from './markup';
import { middleOf, type Plot } from './plot';

/** A disc, a square, a triangle and a diamond around the middle, about as large as each other. */
const SHAPES = [
  'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  'M-3-3h6v6h-6z',
  'M0-4L4 3h-8z',
  'M0-4.4L4 0L0 4.4L-4 0z',
] as const;
const SMALL = 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0';
/** From so many periods on, marks at each would hide the line: small ones are drawn. */
const MANY = 24;

/** A point of a line. */
interface Point {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Which of the lines' looks a series has: 1 to 4, and again from 1. */
export const lookOf = (seriesIndex: number): number => (seriesIndex % SHAPES.length) + 1;

/** A line's mark: each series has a shape of its own, so that colour is not needed. */
export function mark(
  look: number,
  place: { readonly x: number; readonly y: number },
  more: { readonly label?: string; readonly isPartial?: boolean; readonly isSmall?: boolean } = {},
): Element {
  return element('path', {
    class: `chart-point chart-point--${look}${more.isPartial ? ' chart-point--partial' : ''}`,
    d: more.isSmall ? SMALL : SHAPES[look - 1],
    transform: `translate(${rounded(place.x)} ${rounded(place.y)})`,
    'data-label': more.label,
  });
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** One series as a line with its marks. Where nothing is recorded there is a gap; to a part of a period it is broken. */
export function seriesLine(
  data: Plotted,
  seriesIndex: number,
  { plot, y, look }: { readonly plot: Plot; readonly y: (value: number) => number; readonly look: number },
): Element[] {
  const series = data.series[seriesIndex];
  if (series === undefined) return [];
  const points = data.labels.map((_, index): Point | null => {
    const { value } = figureAt(data, series, index);
    return value === null ? null : { index, x: middleOf(plot, data.labels.length, index), y: y(value) };
  });
  const whole = points.filter((point) => point === null || !isPartialAt(data, point.index));
  const toPartial = data.isPartial ? points.slice(-2) : [];
  const className = `chart-line chart-line--${look}`;
  return [
    ...path(whole, className),
    ...path(toPartial.includes(null) ? [] : toPartial, `${className} chart-line--partial`),
    ...points.flatMap((point) =>
      point === null
        ? []
        : mark(look, point, {
            label: pointWords(data, series, point.index),
            isPartial: isPartialAt(data, point.index),
            isSmall: points.length >= MANY && !isPartialAt(data, point.index),
          }),
    ),
  ];
}

function path(points: readonly (Point | null)[], className: string): Element[] {
  const d = line<Point | null>()
    .defined((point) => point !== null)
    .x((point) => point?.x ?? 0)
    .y((point) => point?.y ?? 0)
    .digits(1)(points);
  // A path of single points has no length, and marks show them.
  return d?.includes('L') ? [element('path', { class: className, d })] : [];
}
