import type PDFDocument from 'pdfkit';
import { columnWidths } from '../model/column-widths';
import { type CellTone, captionOf, type DocumentTable, LEAST_PART, staysTogether } from '../model/document';
import { printedFigure } from '../model/printed-figure';
import { CELL_PADDING, drawRow, type RowCell, rowHeight } from './row';
import { areaOf, beginPage, INK, keepRoom, lineHeight, linesOf, QUIET_INK, type Sheet } from './sheet';
import { beginElement, drawWords } from './text';

const CELL = 8.5;
const NOTE = 8.5;
const HEAD_SHADE = '#e8edee';
/** The shade behind a cell; its words say the same. */
const SHADES: Readonly<Partial<Record<CellTone, string>>> = {
  GREEN: '#d5ebdd',
  AMBER: '#ffe8b8',
  RED: '#f8d7d3',
};

/** Draws a table with its caption above and its notes below. On each page its heads stand again, which nobody hears twice. */
export function drawTable(sheet: Sheet, table: DocumentTable): void {
  const { left, width } = areaOf(sheet);
  const caption = captionOf(table);
  keepRoom(sheet, beginningHeight(sheet, table));
  const element = beginElement(sheet, sheet.root, 'Table', { title: caption });
  if (caption !== '') {
    const words = beginElement(sheet, element, 'Caption');
    drawWords(sheet, words, [{ text: caption, isBold: true }], {
      ...{ x: left, width, size: 10, color: INK },
      ...{ before: 8, after: 4, together: 7 },
    });
    words.end();
  }
  drawRows(sheet, element, table);
  element.end();
  sheet.y += 4;
  for (const note of table.notes) drawNote(sheet, note);
  sheet.y += 8;
}

function drawRows(sheet: Sheet, element: PDFDocument.Structure, table: DocumentTable): void {
  const head = headCells(table);
  const options = { widths: widthsOf(sheet, table), size: CELL };
  const goOn = () => {
    beginPage(sheet);
    drawRow(sheet, null, head, { ...options, goOn: () => beginPage(sheet) });
  };
  drawRow(sheet, beginRow(sheet, element), head, { ...options, goOn: () => beginPage(sheet) });
  const rows = bodyCells(table);
  const end = staysTogether(table) ? -1 : rows.length - LEAST_PART;
  for (const [place, row] of rows.entries()) {
    // The last rows are not left alone on the next page, nor the notes without them.
    if (place === end && !hasRoom(sheet, heightOf(sheet, table, rows.slice(end)) + notesHeight(sheet, table)))
      goOn();
    drawRow(sheet, beginRow(sheet, element), row, { ...options, goOn });
  }
}

const hasRoom = (sheet: Sheet, height: number): boolean => sheet.y + height <= areaOf(sheet).bottom;

const widthsOf = (sheet: Sheet, table: DocumentTable): number[] =>
  columnWidths(table, { width: areaOf(sheet).width, size: CELL, padding: CELL_PADDING });

const CAPTION_ROOM = 30;

/** How much of a table stands on the page where it begins at least: all of a short one, and the first rows of a long one. */
export function beginningHeight(sheet: Sheet, table: DocumentTable): number {
  const isWhole = staysTogether(table);
  const rows = isWhole ? table.rows : table.rows.slice(0, LEAST_PART);
  const drawn = heightOf(sheet, table, [headCells(table), ...bodyCells({ ...table, rows })]);
  return CAPTION_ROOM + drawn + (isWhole ? notesHeight(sheet, table) : 0);
}

/** How tall rows of a table are on this page. */
function heightOf(sheet: Sheet, table: DocumentTable, rows: readonly RowCell[][]): number {
  const options = { widths: widthsOf(sheet, table), size: CELL };
  return rows.reduce((sum, cells) => sum + rowHeight(sheet, cells, options), 0);
}

const notesHeight = (sheet: Sheet, { notes }: DocumentTable): number =>
  notes.reduce(
    (sum, text) =>
      sum +
      lineHeight(NOTE) *
        (1 / 4 + linesOf(sheet, [{ text }], { width: areaOf(sheet).width, size: NOTE }).length),
    4,
  );

const beginRow = (sheet: Sheet, table: PDFDocument.Structure) => beginElement(sheet, table, 'TR');

function headCells({ rowHead, columns }: DocumentTable): RowCell[] {
  const look = { isBold: true, type: 'TH', scope: 'Column', shade: HEAD_SHADE, color: INK } as const;
  return [
    ...(rowHead === null ? [] : [{ ...look, text: rowHead, isNumeric: false }]),
    ...columns.map(({ label, isNumeric }) => ({ ...look, text: label, isNumeric })),
  ];
}

const bodyCells = ({ columns, rows }: DocumentTable): RowCell[][] =>
  rows.map(({ label, cells }) => [
    ...(label === null
      ? []
      : [
          {
            text: label,
            isNumeric: false,
            isBold: true,
            type: 'TH',
            scope: 'Row',
            shade: null,
            color: INK,
          } as const,
        ]),
    ...cells.map(({ text, tone }, place) => ({
      ...printed(text, columns[place]?.isNumeric ?? false),
      isBold: false,
      ...({ type: 'TD', scope: null } as const),
      ...{ shade: SHADES[tone] ?? null, color: tone === 'QUIET' ? QUIET_INK : INK },
    })),
  ]);

const printed = (text: string, isNumeric: boolean) => ({
  text: isNumeric ? printedFigure(text) : text,
  isNumeric,
});

function drawNote(sheet: Sheet, text: string): void {
  const { left, width } = areaOf(sheet);
  const element = beginElement(sheet, sheet.root, 'P');
  const look = { x: left, width, size: NOTE, color: QUIET_INK };
  drawWords(sheet, element, [{ text }], { ...look, before: 0, after: lineHeight(NOTE) / 4, together: 0 });
  element.end();
}
