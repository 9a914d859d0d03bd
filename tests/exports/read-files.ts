import { type CellObject, read, utils } from '@e965/xlsx';
import { parquetReadObjects } from 'hyparquet';

type Row = Record<string, unknown>;

/** The lines of a file with commas as rows, each value of the kind that the same column has in `like`. */
export function readCsv(text: string, like: readonly Row[]): Row[] {
  const [names = [], ...lines] = cellsOf(text);
  const kinds = new Map(
    names.map((name) => [name, typeof like.find((row) => row[name] !== null)?.[name]] as const),
  );
  const valueIn = (name: string, cell: string) =>
    cell === '' ? null : kinds.get(name) === 'string' ? cell : JSON.parse(cell);
  return lines.map((cells) =>
    Object.fromEntries(names.map((name, place) => [name, valueIn(name, cells[place] ?? '')])),
  );
}

/** The lines of a file with commas as rows of texts; lines may end as other programs end them. */
export function readLines(text: string): Record<string, string>[] {
  const [names = [], ...lines] = cellsOf(text, /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y);
  return lines.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

/** Every cell of a file after RFC 4180; throws for what is not. */
export function cellsOf(text: string, cell = CELL): string[][] {
  cell.lastIndex = 0;
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const [found, quoted, plain = '', end] = cell.exec(text) ?? [];
    if (found === undefined) throw new Error('This is no file with commas');
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** The rows of a Parquet file, days and moments in ISO, each as the file types its column. */
export async function readParquet(file: ArrayBuffer): Promise<Row[]> {
  const parsers = { dateFromDays: (days: number) => dayOf(new Date(days * DAY_MILLIS)) };
  const rows: Row[] = await parquetReadObjects({ file, parsers });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString() : (value ?? null),
      ]),
    ),
  );
}

const DAY_MILLIS = 86_400_000;
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The first sheet's rows, days and moments in ISO as the cells are formatted, and the second's values by their names. */
export function readXlsx(file: ArrayBuffer): { rows: Row[]; about: Row } {
  const book = read(file, { cellDates: false, cellNF: true });
  const [records = '', about = ''] = book.SheetNames;
  const sheet = book.Sheets[records];
  const said = book.Sheets[about];
  if (!sheet || !said) throw new Error('A workbook has two sheets');
  for (const cell of Object.values(sheet)) writeInIso(cell);
  return {
    rows: utils.sheet_to_json<Row>(sheet, { defval: null, raw: true }),
    about: Object.fromEntries(utils.sheet_to_json<[string, string]>(said, { header: 1 })),
  };
}

const FIRST_MILLIS = Date.UTC(1899, 11, 30);

/** A number that is shown as a day or a moment becomes its text. */
function writeInIso(cell: CellObject): void {
  const format = String(cell.z);
  if (cell.t !== 'n' || !format.includes('yyyy')) return;
  const moment = new Date(Math.round(FIRST_MILLIS + Number(cell.v) * DAY_MILLIS));
  const text = format.includes('hh') ? moment.toISOString() : dayOf(moment);
  Object.assign(cell, { t: 's', v: text, z: undefined });
}
