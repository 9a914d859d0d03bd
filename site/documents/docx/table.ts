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
import { captionOf, type DocumentCell, type DocumentTable } from '../model/document';
import { HEAD_SHADE, LINE, QUIET_INK, SHADES } from './styles';

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = {
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
    ...table.notes.map((note) => new Paragraph({ style: 'TableNote', text: note })),
    // Two tables in a row would be one.
    new Paragraph({ style: 'TableNote', text: '' }),
  ];
}

function tableOf(table: DocumentTable, width: number): Table {
  const { rowHead, columns, rows } = table;
  const widths = columnWidths(table, { width, size: CELL_SIZE, padding: CELL_MARGINS.left }).map(Math.floor);
  const named = rowHead === null ? [] : [headCell(rowHead, false, widths[0])];
  const head = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: [
      ...named,
      ...columns.map(({ label, isNumeric }, place) =>
        headCell(label, isNumeric, widths[place + named.length]),
      ),
    ],
  });
  const body = rows.map(
    ({ label, cells }) =>
      new TableRow({
        cantSplit: true,
        children: [
          ...(label === null ? [] : [rowHeadCell(label, widths[0])]),
          ...cells.map((cell, place) =>
            bodyCell(cell, columns[place]?.isNumeric ?? false, widths[place + (label === null ? 0 : 1)]),
          ),
        ],
      }),
  );
  return new Table({
    ...{ rows: [head, ...body], columnWidths: widths, layout: TableLayoutType.FIXED, borders: BORDERS },
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    tableLook: {
      firstRow: true,
      firstColumn: rowHead !== null,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  });
}

const cellWidth = (width = 0) => ({ width: { size: width, type: WidthType.DXA }, margins: CELL_MARGINS });

const words = (text: string, isNumeric: boolean, look: { bold?: boolean; color?: string } = {}) => [
  new Paragraph({
    style: 'TableText',
    alignment: isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: [new TextRun({ text, ...look })],
  }),
];

const shaded = (fill: string) => ({ shading: { type: ShadingType.CLEAR, color: 'auto', fill } });

const headCell = (text: string, isNumeric: boolean, width?: number) =>
  new TableCell({
    ...cellWidth(width),
    ...shaded(HEAD_SHADE),
    children: words(text, isNumeric, { bold: true }),
  });

const rowHeadCell = (text: string, width?: number) =>
  new TableCell({ ...cellWidth(width), children: words(text, false, { bold: true }) });

function bodyCell({ text, tone }: DocumentCell, isNumeric: boolean, width?: number): TableCell {
  const fill = SHADES[tone];
  return new TableCell({
    ...cellWidth(width),
    ...(fill === undefined ? {} : shaded(fill)),
    children: words(text, isNumeric, tone === 'QUIET' ? { color: QUIET_INK } : {}),
  });
}
