import type { RawRow } from '../record';
import type { Facts, Hashed, Source } from '../source';
import { readPastDay } from './days-in';

/**
 * The days on which a row that cannot be counted says that it was received. None of a row with too many or too few cells:
 * nobody knows which cell stands under which column.
 */
export function daysSaid(
  { cells, ragged }: Pick<RawRow, 'cells' | 'ragged'>,
  { receivedColumns }: Pick<Source<Hashed>, 'receivedColumns'>,
  { today }: Pick<Facts, 'today'>,
): string[] {
  if (receivedColumns === undefined || ragged !== undefined) return [];
  return Object.entries(cells).flatMap(([column, cell]) => {
    if (!receivedColumns.test(column)) return [];
    const read = readPastDay(cell, { today });
    return read.kind === 'day' ? [read.day] : [];
  });
}
