import { readEarlierReference, readReference } from '../cells/references';
import type { RawRow } from '../record';
import type { Facts } from '../source';
import type { RowFaults } from './row-faults';

/** Whether a row has too many or too few cells, so that none of them can be trusted; with its fault. */
export function isRagged<Column extends string>(
  { ragged }: Pick<RawRow, 'ragged'>,
  { add }: Pick<RowFaults<Column, 'ROW_TOO_LONG' | 'ROW_TOO_SHORT'>, 'add'>,
): boolean {
  if (ragged === undefined) return false;
  add(null, ragged.kind === 'long' ? 'ROW_TOO_LONG' : 'ROW_TOO_SHORT');
  return true;
}

/** The reference in the column that identifies a row; null, with the fault, where there is none. */
export function referenceIn<Column extends string>(
  { cell, add }: Pick<RowFaults<Column, 'NO_IDENTITY'>, 'cell' | 'add'>,
  column: Column,
  { isHeld = false }: Pick<Facts, 'isHeld'>,
): string | null {
  const reference = (isHeld ? readEarlierReference : readReference)(cell(column));
  if (reference === null) add(column, 'NO_IDENTITY');
  return reference;
}
