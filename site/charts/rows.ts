import type { Plotted } from './chart-data';
import type { Size } from './frame';
import { type Element, element } from './markup';
import { lineHeight } from './plot';
import { textWidth, wrapText } from './text-width';

/** The place of one category's name and bars. */
export interface Row {
  readonly index: number;
  readonly nameLines: readonly string[];
  readonly nameTop: number;
  readonly barTop: number;
}

/** The places of all categories, one under the other. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Where bars begin. */
  readonly left: number;
  readonly bottom: number;
  readonly areNamesAbove: boolean;
}

const GAP = 10;
/** Names may take this part of the width at the left. */
const MOST_OF_WIDTH = 0.36;

/** Where names and bars go: the name beside its bar where there is room, above it where the picture is narrow. */
export function rowsOf(
  data: Plotted,
  size: Size,
  { top, thickness }: { readonly top: number; readonly thickness: number },
): Rows {
  const areNamesAbove = size.name === 'narrow';
  const most = areNamesAbove ? size.width : size.width * MOST_OF_WIDTH;
  const names = data.labels.map(({ label, shortLabel }) =>
    wrapText(shortLabel ?? label, { width: most - GAP, fontSize: size.fontSize, mostLines: 3 }),
  );
  const widest = Math.max(0, ...names.flat().map((line) => textWidth(line, size.fontSize)));
  let end = top;
  const rows = names.map((nameLines, index): Row => {
    const nameHeight = nameLines.length * lineHeight(size.fontSize);
    const height = areNamesAbove ? nameHeight + thickness : Math.max(nameHeight, thickness);
    const row = {
      index,
      nameLines,
      nameTop: areNamesAbove ? end : end + (height - nameHeight) / 2,
      barTop: areNamesAbove ? end + nameHeight : end + (height - thickness) / 2,
    };
    end += height + GAP;
    return row;
  });
  return { rows, left: areNamesAbove ? 0.5 : widest + GAP, bottom: end - GAP, areNamesAbove };
}

/** The line of zero; where names stand above their bars it would strike them out. */
export function zeroLine({ left, bottom, areNamesAbove }: Rows, top: number): Element[] {
  if (areNamesAbove) return [];
  return [element('line', { class: 'chart-axis', x1: left, x2: left, y1: top, y2: bottom })];
}

/** The names of the categories. */
export function rowNames({ rows, left, areNamesAbove }: Rows, { fontSize }: Size): Element[] {
  const place = areNamesAbove ? { x: 0 } : { x: left - GAP, 'text-anchor': 'end' };
  return rows.flatMap(({ nameLines, nameTop }) =>
    nameLines.map((line, row) =>
      element('text', { class: 'chart-text', ...place, y: nameTop + row * lineHeight(fontSize) + fontSize }, [
        line,
      ]),
    ),
  );
}
