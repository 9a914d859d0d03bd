import { shortFigureWords } from '../../domain/figures/figures';
import { figureAt, isPartialAt, type Plotted, pointWords } from './chart-data';
import type { KeyItem } from './key';
import { type Element, element } from './markup';
import { textWidth } from './text-width';

/** Of all shades, which so many layers have: as far apart as they can be, the darkest first. */
const SHADES: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
};
const DARK_SHADES = 3;
const ROOM = 6;

/** The shade of a layer, 1 (darkest) to 6. */
export const shadeOf = (seriesIndex: number, count: number): number =>
  SHADES[count]?.[seriesIndex] ?? (seriesIndex % 6) + 1;

/** One layer of a bar: from and to along the values, and the same across. */
export interface LayerBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One layer with its value in it, where it fits. */
export function layer(
  data: Plotted,
  { seriesIndex, index }: { readonly seriesIndex: number; readonly index: number },
  box: LayerBox,
  fontSize: number,
): Element[] {
  const series = data.series[seriesIndex];
  if (series === undefined) return [];
  const figure = figureAt(data, series, index);
  if (figure.value === null || figure.value === 0) return [];
  const shade = shadeOf(seriesIndex, data.series.length);
  const words = shortFigureWords(figure);
  const fits = textWidth(words, fontSize) + ROOM <= box.width && fontSize + ROOM / 2 <= box.height;
  const isPartial = isPartialAt(data, index);
  const className = `chart-part chart-part--${shade}${isPartial ? ' chart-part--partial' : ''}`;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + fontSize * 0.35 };
  return [
    element('rect', { class: className, ...box, 'data-label': pointWords(data, series, index) }),
    ...(fits ? [valueIn(words, middle, isPartial ? '' : onShade(shade))] : []),
  ];
}

/** The colour of text on a shade; on that of a part of a period, which is pale, it is that of all text. */
const onShade = (shade: number): string => ` chart-text--on-${shade <= DARK_SHADES ? 'dark' : 'light'}`;

const valueIn = (words: string, place: { readonly x: number; readonly y: number }, colour: string): Element =>
  element('text', { class: `chart-text${colour}`, ...place, 'text-anchor': 'middle' }, [words]);

/** The names of the layers with their shades. */
export const layerKey = (data: Plotted): KeyItem[] =>
  data.series.map(({ name }, index) => ({
    name,
    sign: ({ x, y }) => [
      element('rect', {
        class: `chart-part chart-part--${shadeOf(index, data.series.length)}`,
        x: x - 8,
        y: y - 8,
        width: 16,
        height: 16,
      }),
    ],
  }));
