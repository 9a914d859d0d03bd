import { type Element, element } from './markup';
import { lineHeight } from './plot';
import { textWidth, wrapText } from './text-width';

/** One line of a key: a name, and what draws its sign around a middle. */
export interface KeyItem {
  readonly name: string;
  readonly sign: (middle: { readonly x: number; readonly y: number }) => readonly Element[];
}

/** A key and how high it is. */
export interface Key {
  readonly elements: readonly Element[];
  readonly height: number;
}

const SIGN = 28;
const BETWEEN = 16;

/** The names of the series above the plot, side by side as long as they fit, else under each other. */
export function keyOf(items: readonly KeyItem[], width: number, fontSize: number): Key {
  const step = lineHeight(fontSize);
  const elements: Element[] = [];
  let [x, y, rows] = [0, 0, 1];
  for (const { name, sign } of items) {
    const lines = wrapText(name, { width: width - SIGN, fontSize, mostLines: 3 });
    const itemWidth = SIGN + Math.max(...lines.map((line) => textWidth(line, fontSize))) + BETWEEN;
    if (x > 0 && x + itemWidth - BETWEEN > width) [x, y, rows] = [0, y + rows * step, 1];
    elements.push(...sign({ x: x + SIGN / 2 - 4, y: y + step / 2 }), ...names(lines, x + SIGN, y, fontSize));
    x += itemWidth;
    rows = Math.max(rows, lines.length);
  }
  return { elements, height: items.length === 0 ? 0 : y + rows * step + step / 2 };
}

const names = (lines: readonly string[], x: number, y: number, fontSize: number): Element[] =>
  lines.map((line, row) =>
    element('text', { class: 'chart-text', x, y: y + row * lineHeight(fontSize) + fontSize }, [line]),
  );
