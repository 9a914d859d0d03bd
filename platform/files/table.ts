import type { ColumnType } from '../records/record-set';

/** A column of a file. Figures have fractions, which records do not. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType | 'number';
  readonly description: string;
}

/** Each value as text: days and moments in ISO, `true` and `false`, numbers in digits; null where there is none. */
export type TableRow = readonly (string | null)[];

/** What a file holds, and what it says of itself. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** The newest day that the sources reach. */
  readonly asAt: string;
  /** The parameters that narrowed it, as they were written. */
  readonly asked: string;
}

/** Rows some at a time, as they come. */
export type Rows = AsyncIterable<readonly TableRow[]>;

/** Writes a table in one format, as bytes or text. */
export type WriteTable = (table: Table, rows: Rows) => AsyncIterable<string | Uint8Array>;
