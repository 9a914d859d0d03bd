import type PDFDocument from 'pdfkit';
import { areaOf, drawArtifact, drawLine, lineHeight, linesOf, type Sheet } from './sheet';
import { beginElement } from './text';
import type { Line } from './wrap';

/** A cell as it is drawn. */
export interface RowCell {
  readonly text: string;
  readonly isNumeric: boolean;
  readonly isBold: boolean;
  readonly type: 'TH' | 'TD';
  readonly scope: 'Row' | 'Column' | null;
  readonly shade: string | null;
  readonly color: string;
}

interface Rowing {
  readonly widths: readonly number[];
  readonly size: number;
  /** Begins the next page, where this one has no room. */
  readonly goOn: () => void;
}

interface Laid extends RowCell {
  readonly x: number;
  readonly width: number;
  lines: Line[];
  /** Null where the row is not heard. */
  readonly element: PDFDocument.Structure | null;
}

/** Points beside the words of a cell. */
export const CELL_PADDING = 5;
/** Points above and below them. */
const PAD = 3;
const RULE = '#b1b4b6';

/**
 * Draws a row, on as many pages as it needs; one that fits on a page is not broken. `row` is its element; null for heads
 * that stand on an earlier page, which are heard there alone.
 */
export function drawRow(
  sheet: Sheet,
  row: PDFDocument.Structure | null,
  cells: readonly RowCell[],
  { widths, size, goOn }: Rowing,
): void {
  const laid = layCells(sheet, row, cells, { widths, size });
  const height = lineHeight(size);
  const tall = () => Math.max(1, ...laid.map(({ lines }) => lines.length));
  const room = () => Math.floor((areaOf(sheet).bottom - sheet.y - 2 * PAD) / height);
  const { top, bottom } = areaOf(sheet);
  // A third of a page is left for heads.
  const fitsOnOne = tall() * height < ((bottom - top) * 2) / 3;
  if (fitsOnOne ? room() < tall() : room() < 2) goOn();
  while (tall() > room() && laid.some(({ lines }) => lines.length > 0)) {
    drawPart(sheet, laid, { size, count: Math.max(1, room()) });
    goOn();
  }
  drawPart(sheet, laid, { size, count: tall() });
  for (const { element } of laid) element?.end();
  row?.end();
}

/** How tall a row is where it stands on one page. */
export function rowHeight(
  sheet: Sheet,
  cells: readonly RowCell[],
  { widths, size }: Pick<Rowing, 'widths' | 'size'>,
): number {
  const counts = cells.map((cell, place) => linesIn(sheet, cell, { width: widths[place] ?? 0, size }).length);
  return Math.max(1, ...counts) * lineHeight(size) + 2 * PAD;
}

const linesIn = (sheet: Sheet, cell: RowCell, { width, size }: { width: number; size: number }): Line[] =>
  linesOf(sheet, [cell], { width: width - 2 * CELL_PADDING, size });

function layCells(
  sheet: Sheet,
  row: PDFDocument.Structure | null,
  cells: readonly RowCell[],
  { widths, size }: Pick<Rowing, 'widths' | 'size'>,
): Laid[] {
  let x = areaOf(sheet).left;
  return cells.map((cell, place) => {
    const width = widths[place] ?? 0;
    const options = cell.scope === null ? {} : { scope: cell.scope };
    const lines = linesIn(sheet, cell, { width, size });
    const element = row === null ? null : beginElement(sheet, row, cell.type, options);
    const laid = { ...cell, x, width, lines, element };
    x += width;
    return laid;
  });
}

/** Draws the next lines of each cell, and leaves the others. */
function drawPart(
  sheet: Sheet,
  laid: readonly Laid[],
  { size, count }: { size: number; count: number },
): void {
  const height = count * lineHeight(size) + 2 * PAD;
  const top = sheet.y;
  drawArtifact(sheet, 'Layout', () => drawShades(sheet, laid, { top, height }));
  for (const cell of laid) {
    const now = cell.lines.splice(0, count);
    const draw = () => drawLines(sheet, cell, { lines: now, top: top + PAD, size });
    if (now.length === 0) continue;
    if (cell.element === null) drawArtifact(sheet, 'Layout', draw);
    else cell.element.add(draw);
  }
  sheet.y += height;
}

function drawShades(
  { pdf }: Sheet,
  laid: readonly Laid[],
  { top, height }: { top: number; height: number },
): void {
  for (const { x, width, shade } of laid) {
    if (shade !== null) pdf.rect(x, top, width, height).fill(shade);
    pdf.rect(x, top + height - 0.5, width, 0.5).fill(RULE);
  }
}

function drawLines(
  sheet: Sheet,
  { x, width, isNumeric, color }: Laid,
  { lines, top, size }: { readonly lines: readonly Line[]; readonly top: number; readonly size: number },
): void {
  const drawing = {
    x: x + CELL_PADDING,
    size,
    color,
    ...(isNumeric ? { right: width - 2 * CELL_PADDING } : {}),
  };
  for (const [place, line] of lines.entries()) drawLine(sheet, line, top + place * lineHeight(size), drawing);
}
