import type { TableColumn } from '../../platform/files/table';

export type FileCell = string | number | null;

/** A table as it is taken away, in whatever kind of file: its heads with what stands below them, and its rows. */
export interface FileTable {
  readonly columns: readonly { readonly name: string; readonly type: TableColumn['type'] }[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** A table of these heads and rows: a column in which there is no text is one of numbers. */
export const fileTable = (heads: readonly string[], rows: readonly (readonly FileCell[])[]): FileTable => ({
  columns: heads.map((name, place) => ({
    name,
    type: rows.some((row) => typeof row[place] === 'string') || place === 0 ? 'text' : 'number',
  })),
  rows,
});
