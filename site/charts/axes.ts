import { isPartialAt, type Plotted } from './chart-data';
import type { Size } from './frame';
import { type Element, element } from './markup';
import { bandWidth, lineHeight, middleOf, type Plot } from './plot';
import { textWidth } from './text-width';
import type { ValueScale } from './value-scale';

const GAP = 8;

/** How much room the marks of a value axis need at the left. */
export const valueAxisWidth = (scale: ValueScale, fontSize: number): number =>
  Math.max(...scale.ticks.map(({ words }) => textWidth(words, fontSize))) + GAP;

/** Light lines across the plot with their values at the left, and the line of zero. */
export function valueAxis(scale: ValueScale, plot: Plot, fontSize: number): Element[] {
  return scale.ticks.flatMap(({ value, words }) => {
    const y = scale.at(value);
    return [
      element('line', {
        class: value === 0 ? 'chart-axis' : 'chart-grid',
        x1: plot.left,
        x2: plot.right,
        y1: y,
        y2: y,
      }),
      text(words, { x: plot.left - GAP, y: y + fontSize * 0.35, anchor: 'end' }),
    ];
  });
}

const text = (
  words: string,
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'end' | 'middle' },
): Element => element('text', { class: 'chart-text chart-text--soft', x, y, 'text-anchor': anchor }, [words]);

/** How high the names of periods are under the plot. */
export const periodAxisHeight = (data: Plotted, fontSize: number): number =>
  Math.max(1, ...data.labels.map((_, index) => linesAt(data, index).length)) * lineHeight(fontSize) + GAP;

/** The names of the periods under the plot: as many as fit side by side, the newest always. */
export function periodAxis(data: Plotted, plot: Plot, size: Size): Element[] {
  return shownNames(data, plot, size).flatMap(({ x, lines }) =>
    lines.map((line, row) =>
      text(line, { x, y: plot.bottom + GAP / 2 + (row + 1) * lineHeight(size.fontSize), anchor: 'middle' }),
    ),
  );
}

/** The names that are shown, the newest first: each so many periods before the next, and apart from it. */
function shownNames(data: Plotted, plot: Plot, size: Size): { x: number; lines: readonly string[] }[] {
  const count = data.labels.length;
  const widths = data.labels.map((_, index) => widest(linesAt(data, index), size.fontSize));
  const step = Math.max(1, Math.ceil((Math.max(0, ...widths) + GAP) / bandWidth(plot, count)));
  const shown: { x: number; lines: readonly string[] }[] = [];
  let free = size.width;
  for (let index = count - 1; index >= 0; index -= step) {
    const half = (widths[index] ?? 0) / 2;
    const x = Math.min(Math.max(middleOf(plot, count, index), half), size.width - half);
    if (x + half > free) continue;
    shown.push({ x, lines: linesAt(data, index) });
    free = x - half - GAP / 2;
  }
  return shown;
}

/** How far the newest name reaches beyond the plot, where its room is narrower than itself. */
export function nameOverhang(data: Plotted, plot: Pick<Plot, 'left' | 'right'>, fontSize: number): number {
  const count = data.labels.length;
  const width = widest(linesAt(data, count - 1), fontSize);
  return Math.max(0, (width - (plot.right - plot.left) / Math.max(1, count)) / 2);
}

const widest = (lines: readonly string[], fontSize: number): number =>
  Math.max(...lines.map((line) => textWidth(line, fontSize)));

/** "Q2 2021-22" in two lines, which need half the room; under a period that is not over, that it is so far. */
function linesAt(data: Plotted, index: number): string[] {
  const label = data.labels[index];
  const name = label?.shortLabel ?? label?.label ?? '';
  const breaksAt = name.indexOf(' ');
  const lines = breaksAt < 0 ? [name] : [name.slice(0, breaksAt), name.slice(breaksAt + 1)];
  return isPartialAt(data, index) ? [...lines, 'so far'] : lines;
}
