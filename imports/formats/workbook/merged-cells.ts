import type { CellRange } from './open-workbook';
import { damaged } from './zip-directory';

/** The cells of merged ranges within a table. The value of such a range belongs to its first cell. */
export interface MergedCells {
  /** The columns of a row that belong to a merged range, and whether each is the first cell of its range. */
  of(row: number): ReadonlyMap<number, { readonly first: boolean }>;
}

/**
 * Reads the ranges within the given columns and rows (from 0), without going through their cells: a range may be merged over
 * a million rows. Ranges that overlap are no workbook's of Excel.
 */
export function mergedCells(
  ranges: readonly CellRange[],
  { columns, firstRow, lastRow }: { columns: readonly number[]; firstRow: number; lastRow: number },
): MergedCells {
  const inRows = ranges.filter(({ s, e }) => e.r >= firstRow && s.r <= lastRow);
  const byColumn = columns.flatMap((column) => {
    const within = inRows.filter(({ s, e }) => column >= s.c && column <= e.c);
    return within.length === 0 ? [] : [{ column, ranges: inOrder(within) }];
  });
  return {
    of: (row) =>
      new Map(
        byColumn.flatMap(({ column, ranges: within }) => {
          const range = rangeAt(within, row);
          return range === null ? [] : [[column, { first: row === range.s.r && column === range.s.c }]];
        }),
      ),
  };
}

function inOrder(ranges: readonly CellRange[]): readonly CellRange[] {
  const sorted = ranges.toSorted((a, b) => a.s.r - b.s.r);
  sorted.forEach(({ s }, place) => {
    const before = sorted[place - 1];
    if (before !== undefined && s.r <= before.e.r) throw damaged();
  });
  return sorted;
}

/** The range of one column that has this row; they are in order, and none overlaps another. */
function rangeAt(ranges: readonly CellRange[], row: number): CellRange | null {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.e.r ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low];
  return found !== undefined && found.s.r <= row ? found : null;
}
