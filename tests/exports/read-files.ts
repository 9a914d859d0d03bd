import { read, utils } from '@e965/xlsx';
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

/** The rows of a Parquet file, days and moments in ISO. */
export async function readParquet(file: ArrayBuffer): Promise<Row[]> {
  const rows: Row[] = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isoOf(name, value)])),
  );
}

const isoOf = (name: string, value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, isDay(name) ? 10 : undefined) : (value ?? null);

/** `wentOn` counts. */
const isDay = (name: string): boolean => name === 'month' || (name.endsWith('On') && name !== 'wentOn');

/** The first sheet's rows, days and moments in ISO, and the second's values by their names. */
export function readXlsx(file: ArrayBuffer): { rows: Row[]; about: Row } {
  const book = read(file, { cellDates: false });
  const [records = '', about = ''] = book.SheetNames;
  const sheet = book.Sheets[records];
  const said = book.Sheets[about];
  if (!sheet || !said) throw new Error('A workbook has two sheets');
  const rows = utils.sheet_to_json<Row>(sheet, { defval: null, raw: true });
  return {
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, dayOf(name, value)])),
    ),
    about: Object.fromEntries(utils.sheet_to_json<[string, string]>(said, { header: 1 })),
  };
}

const FIRST_MILLIS = Date.UTC(1899, 11, 30);

function dayOf(name: string, value: unknown): unknown {
  if (typeof value !== 'number' || !(isDay(name) || name.endsWith('At'))) return value;
  const moment = new Date(Math.round(FIRST_MILLIS + value * 86_400_000)).toISOString();
  return isDay(name) ? moment.slice(0, 10) : moment;
}
