import { CSV_START, csvLine } from '../../platform/files/csv';
import type { Rows, TableColumn, TableRow } from '../../platform/files/table';
import { writeParquet } from '../../platform/files/write-parquet';
import { writeXlsx } from '../../platform/files/write-xlsx';
import type { FileCell, FileTable } from './file-table';

/** What a table can be taken away as. */
export const TABLE_KINDS = ['csv', 'xlsx', 'parquet'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const isTableKind = (text: string): text is TableKind => TABLE_KINDS.some((kind) => kind === text);

export const MEDIA_TYPES: Readonly<Record<TableKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** What a file says of itself, where its kind has room for it. */
export interface FileWords {
  readonly title: string;
  /** The day as at which it stands. */
  readonly asAt: string;
  /** How its page was narrowed, as its address has it. */
  readonly asked: string;
}

/** A table with commas: the heads and rows of the page. */
export const csvOfTable = ({ columns, rows }: FileTable): string =>
  CSV_START + [columns.map(({ name }) => name), ...rows].map(csvLine).join('');

const WRITERS = { xlsx: writeXlsx, parquet: writeParquet };

/** The same rows with types, in a kind of file that has them. `count` is how many come. */
export function typedFile(
  kind: keyof typeof WRITERS,
  { columns, rows, count }: Pick<FileTable, 'columns'> & TypedRows,
  { title, asAt, asked }: FileWords,
): AsyncIterable<string | Uint8Array> {
  const named = { name: title, description: title, asAt, asked, count };
  return WRITERS[kind]({ ...named, columns: distinct(columns) }, told(rows));
}

interface TypedRows {
  readonly rows: AsyncIterable<readonly (readonly FileCell[])[]>;
  readonly count: number;
}

async function* told(rows: TypedRows['rows']): Rows {
  for await (const some of rows)
    yield some.map((row): TableRow => row.map((cell) => (cell === null ? null : String(cell))));
}

/** Heads of a page may be the same twice, where columns of a file may not. */
const distinct = (columns: FileTable['columns']): TableColumn[] =>
  columns.map(({ name, type }, place) => {
    const before = columns.slice(0, place).filter((column) => column.name === name).length;
    return { name: before === 0 ? name : `${name} (${before + 1})`, type, description: '' };
  });
