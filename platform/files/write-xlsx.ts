import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { excelText } from './excel-text';
import type { Rows, Table, TableColumn, TableRow, WriteTable } from './table';
import { NUMBERED_STYLES, PARTS } from './xlsx-parts';

/** Rows of one sheet in Excel, its head left out. */
export const MOST_SHEET_ROWS = 1_048_575;

/** Excel packs at 1 itself; more costs twice the time for a tenth. */
const LEVEL = 1;

/**
 * A workbook of two sheets: the rows, with typed cells (a reference stays text, its leading zeros with it), and what they are. It is
 * packed as it comes.
 */
export const writeXlsx: WriteTable = async function* (table, rows) {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on('error', (error: Error) => out.destroy(error));
  const add = (place: string, text: AsyncIterable<string> | readonly string[]) => {
    const source = Readable.from(text, { objectMode: false });
    source.on('error', (error) => out.destroy(error));
    out.once('close', () => source.destroy());
    zip.addReadStream(source, place, { compressionLevel: LEVEL });
  };
  for (const [place, text] of PARTS) add(place, [text]);
  add('xl/worksheets/sheet1.xml', sheetOf(table.columns, rows));
  add('xl/worksheets/sheet2.xml', sheetOf(ABOUT, [aboutOf(table)]));
  zip.end();
  zip.outputStream.pipe(out);
  yield* out;
};

const ABOUT: readonly TableColumn[] = [
  { name: 'what', type: 'text', description: '' },
  { name: 'value', type: 'text', description: '' },
];

function aboutOf({ name, description, columns, count, asAt, asked }: Table): readonly TableRow[] {
  return [
    ['records', name],
    ['what they are', description],
    ['newest day of the sources', asAt],
    ['asked', asked === '' ? 'everything' : asked],
    ['rows', String(count)],
    ...columns.map((column): TableRow => [column.name, column.description]),
  ];
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';

async function* sheetOf(
  columns: readonly TableColumn[],
  rows: Rows | readonly (readonly TableRow[])[],
): AsyncGenerator<string> {
  yield `${HEAD}<row>${columns.map(({ name }) => textCell(name)).join('')}</row>`;
  const cells = columns.map(({ type }) => CELLS[type]);
  for await (const some of rows) yield some.map((row) => rowOf(row, cells)).join('');
  yield '</sheetData></worksheet>';
}

/** Cells without a place come one after another: one that is empty keeps its place. */
const rowOf = (row: TableRow, cells: readonly ((value: string) => string)[]): string =>
  `<row>${cells.map((cell, place) => valueIn(row[place] ?? null, cell)).join('')}</row>`;

const valueIn = (value: string | null, cell: (value: string) => string): string =>
  value === null ? '<c/>' : cell(value);

const textCell = (value: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${excelText(value)}</t></is></c>`;
const numberCell = (value: string): string => `<c><v>${value}</v></c>`;

const CELLS: Readonly<Record<TableColumn['type'], (value: string) => string>> = {
  text: textCell,
  integer: numberCell,
  number: numberCell,
  boolean: (value) => `<c t="b"><v>${value === 'true' ? 1 : 0}</v></c>`,
  day: (value) => serialCell(value, Date.parse(`${value}T00:00:00Z`), NUMBERED_STYLES.day),
  moment: (value) => serialCell(value, Date.parse(value), NUMBERED_STYLES.moment),
};

const DAY_MILLIS = 86_400_000;
/** Days are counted from this one; before March 1900 Excel counts a day that there never was. */
const FIRST_MILLIS = Date.UTC(1899, 11, 30);
const COUNTED_FROM_MILLIS = Date.UTC(1900, 2, 1);

const serialCell = (text: string, millis: number, style: number): string =>
  millis >= COUNTED_FROM_MILLIS
    ? `<c s="${style}"><v>${(millis - FIRST_MILLIS) / DAY_MILLIS}</v></c>`
    : textCell(text);
