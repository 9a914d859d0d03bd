import { shortFigureWords } from '../../domain/figures/figures';
import { figureAt, type Plotted } from './chart-data';
import type { Size } from './frame';
import { lookOf } from './marks';
import { type Element, element } from './markup';
import { lineHeight, middleOf, type Plot } from './plot';
import { textWidth } from './text-width';

/** The text at the end of one series' line. */
export interface EndLabel {
  readonly words: string;
  readonly look: number;
  readonly lastIndex: number;
  readonly value: number;
}

const GAP = 10;
/** From here on a thin line leads to the label. */
const FAR = 36;
/** Labels may take this part of the width; where they are longer the key has their names. */
const MOST_OF_WIDTH = 0.4;

/** What stands at the ends of the lines: the newest value, with the name of its series where there are several. */
export function endLabels(data: Plotted, { withNames }: { readonly withNames: boolean }): EndLabel[] {
  return data.series.flatMap((series, seriesIndex) => {
    const figures = data.labels.map((_, index) => figureAt(data, series, index));
    const lastIndex = figures.findLastIndex(({ value }) => value !== null);
    const figure = figures[lastIndex];
    if (figure?.value == null) return [];
    const told = shortFigureWords(figure);
    const words = withNames && data.series.length > 1 ? `${series.name} ${told}` : told;
    return [{ words, look: lookOf(seriesIndex), lastIndex, value: figure.value }];
  });
}

/** How wide the labels are, with their distance from the lines. */
export const endLabelsWidth = (labels: readonly EndLabel[], fontSize: number): number =>
  Math.max(0, ...labels.map(({ words }) => textWidth(words, fontSize, { isBold: true }))) + GAP;

/** Whether the names of the series fit at the ends of their lines. */
export const namesFit = (data: Plotted, size: Size): boolean =>
  endLabelsWidth(endLabels(data, { withNames: true }), size.fontSize) <= size.width * MOST_OF_WIDTH;

/** The labels right of the plot, each as near to its line's end as the others let it, with a thin line where it is not. */
export function drawEndLabels(
  labels: readonly EndLabel[],
  {
    plot,
    y,
    size,
    count,
  }: {
    readonly plot: Plot;
    readonly y: (value: number) => number;
    readonly size: Size;
    readonly count: number;
  },
): Element[] {
  const sorted = [...labels].sort((one, other) => other.value - one.value);
  const heights = apart(
    sorted.map(({ value }) => y(value)),
    { step: lineHeight(size.fontSize), from: plot.top, to: plot.bottom },
  );
  return sorted.flatMap((label, index) => {
    const from = { x: middleOf(plot, count, label.lastIndex) + 6, y: y(label.value) };
    const to = { x: plot.right + GAP, y: heights[index] ?? 0 };
    const isFar = to.x - from.x > FAR || Math.abs(from.y - to.y) > size.fontSize / 2;
    return [
      ...(isFar
        ? [element('line', { class: 'chart-leader', x1: from.x, y1: from.y, x2: to.x - 3, y2: to.y })]
        : []),
      element(
        'text',
        { class: `chart-text chart-text--line-${label.look}`, x: to.x, y: to.y + size.fontSize * 0.35 },
        [label.words],
      ),
    ];
  });
}

/** Heights, from the top down, moved so that they are a step apart and stay in between as far as there is room. */
export function apart(
  wanted: readonly number[],
  { step, from, to }: { readonly step: number; readonly from: number; readonly to: number },
): number[] {
  const down: number[] = [];
  for (const height of wanted) down.push(Math.max(height, from, (down.at(-1) ?? -Infinity) + step));
  const up: number[] = [];
  for (const height of down.reverse()) up.push(Math.min(height, to, (up.at(-1) ?? Infinity) - step));
  return up.reverse();
}
