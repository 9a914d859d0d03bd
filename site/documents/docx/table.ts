import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnWidths } from '../model/column-widths';
import { captionOf, type DocumentTable, keepsNext } from '../model/document';
import { printedFigure } from '../model/printed-figure';
import { HEAD_SHADE, LINE, QUIET_INK, SHADES } from './styles';

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Rules between rows alone, as the council's reports have them. */
export const RULES = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};
/** In twentieths of a point, as margins are. */
const CELL_SIZE = 180;
const CELL_MARGINS = { left: 90, right: 90, top: 20, bottom: 20 };

/** A table with its caption above and its notes below; its heads are repeated on each page. `width` is in twentieths of a point. */
export function tableParts(table: DocumentTable, width: number): (Paragraph | Table)[] {
  const caption = captionOf(table);
  return [
    ...(caption === '' ? [] : [new Paragraph({ style: 'Caption', text: caption })]),
    tableOf(table, width),
    ...table.notes.map(
      (text, place) => new Paragraph({ style: 'TableNote', text, keepNext: place < table.notes.length - 1 }),
    ),
    // Two tables in a row would be one.
    new Paragraph({ style: 'TableNote', text: '' }),
  ];
}

/** What a table says of itself to whoever hears it: where its heads are. */
export const lookOf = (heads: { readonly firstRow: boolean; readonly firstColumn: boolean }) => ({
  ...heads,
  ...{ lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
});

function tableOf(table: DocumentTable, width: number): Table {
  const widths = columnWidths(table, { width, size: CELL_SIZE, padding: CELL_MARGINS.left }).map(Math.floor);
  const rows = [headCells(table), ...bodyCells(table)];
  return new Table({
    ...{ columnWidths: widths, layout: TableLayoutType.FIXED, borders: RULES },
    rows: rows.map((cells, place) =>
      rowOf(cells, {
        widths,
        isHead: place === 0,
        // The first row holds the heads.
        keepNext: place === 0 || keepsNext(table, place - 1),
      }),
    ),
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    tableLook: lookOf({ firstRow: true, firstColumn: table.rowHead !== null }),
  });
}

interface Cell {
  readonly text: string;
  readonly isNumeric: boolean;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string | undefined;
}

function headCells({ rowHead, columns }: DocumentTable): Cell[] {
  const look = { bold: true, fill: HEAD_SHADE };
  return [
    ...(rowHead === null ? [] : [{ text: rowHead, isNumeric: false, ...look }]),
    ...columns.map(({ label, isNumeric }) => ({ text: label, isNumeric, ...look })),
  ];
}

const bodyCells = ({ columns, rows }: DocumentTable): Cell[][] =>
  rows.map(({ label, cells }) => [
    ...(label === null ? [] : [{ text: label, isNumeric: false, bold: true }]),
    ...cells.map(({ text, tone }, place) => ({
      ...printed(text, columns[place]?.isNumeric ?? false),
      fill: SHADES[tone],
      ...(tone === 'QUIET' ? { color: QUIET_INK } : {}),
    })),
  ]);

const printed = (text: string, isNumeric: boolean) => ({
  text: isNumeric ? printedFigure(text) : text,
  isNumeric,
});

function rowOf(
  cells: readonly Cell[],
  {
    widths,
    isHead,
    keepNext,
  }: { readonly widths: readonly number[]; readonly isHead: boolean; readonly keepNext: boolean },
): TableRow {
  return new TableRow({
    ...(isHead ? { tableHeader: true } : {}),
    cantSplit: true,
    children: cells.map(
      ({ text, isNumeric, fill, ...look }, place) =>
        new TableCell({
          ...{ width: { size: widths[place] ?? 0, type: WidthType.DXA }, margins: CELL_MARGINS },
          ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
          children: [
            new Paragraph({
              ...{
                style: 'TableText',
                keepNext,
                alignment: isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
              },
              children: [new TextRun({ text, ...look })],
            }),
          ],
        }),
    ),
  });
}
