import { textsOf, wholeTextOf } from '../../../forms/fields';
import type { Form } from '../../../server/check-form';

/** One cell of a row as it came. */
export interface Cell {
  readonly column: string;
  readonly value: string;
}

/** What somebody typed: what each cell should read, why, and which faults may remain. */
export interface TypedCorrection {
  /** By column. A column that was not on the page is not there. */
  readonly cells: ReadonlyMap<string, string>;
  readonly reason: string;
  readonly acceptFaults: readonly string[];
}

/** Browsers send line ends as two characters, whatever the cell has. */
const withPlainLineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** The field of a cell: its place among the columns, since a column may be called anything. */
export const cellField = (place: number): string => `cell-${place}`;

/** Reads what was typed for the columns that the page shows, in their order. */
export function readCorrection(form: Form, columns: readonly string[]): TypedCorrection {
  const cells = new Map<string, string>();
  columns.forEach((column, place) => {
    if (Object.hasOwn(form, cellField(place))) cells.set(column, wholeTextOf(form, cellField(place)));
  });
  return { cells, reason: wholeTextOf(form, 'reason'), acceptFaults: textsOf(form, 'acceptFaults') };
}

/**
 * The cells to send: those that should read otherwise than they came. All of a row with too many or too few cells: nobody
 * knows which of them stand where they belong.
 */
export function changedCells(
  { cells }: TypedCorrection,
  { came, isRagged }: { readonly came: ReadonlyMap<string, string>; readonly isRagged: boolean },
): Cell[] {
  return [...cells]
    .filter(([column, value]) => isRagged || value !== withPlainLineEnds(came.get(column) ?? ''))
    .map(([column, value]) => ({ column, value }));
}
