import type { CellRange } from './open-workbook';
import { damaged } from './zip-directory';

/** The cells of merged ranges within a table. The value of such a range belongs to its first cell. */
export interface MergedCells {
  /** The columns of a row that belong to a merged range, and whether each is the first cell of its range. */
  of(row: number): ReadonlyMap<number, { readonly first: boolean }>;
}

/** Reads the ranges within the given columns and rows (from 0). Ranges that overlap are no workbook's of Excel. */
export function mergedCells(
  ranges: readonly CellRange[],
  { columns, firstRow, lastRow }: { columns: readonly number[]; firstRow: number; lastRow: number },
): MergedCells {
  const rows = new Map<number, Map<number, { readonly first: boolean }>>();
  for (const { s, e } of ranges) {
    const within = columns.filter((column) => column >= s.c && column <= e.c);
    if (within.length === 0) continue;
    for (let row = Math.max(s.r, firstRow); row <= Math.min(e.r, lastRow); row += 1) {
      const cells = rows.get(row) ?? new Map<number, { readonly first: boolean }>();
      rows.set(row, cells);
      for (const column of within) {
        if (cells.has(column)) throw damaged();
        cells.set(column, { first: row === s.r && column === s.c });
      }
    }
  }
  const none = new Map<number, { readonly first: boolean }>();
  return { of: (row) => rows.get(row) ?? none };
}
