import { z } from 'zod';
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

const textModel = z.string().catch('');
const listModel = z.union([z.array(z.string()), z.string().transform((text) => [text])]).catch([]);

/** Browsers send line ends as two characters, whatever the cell has. */
const withPlainLineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** What a form says in one field of text. */
export const textIn = (form: Form, field: string): string => textModel.parse(form[field]);

/** The field of a cell: its place among the columns, since a column may be called anything. */
export const cellField = (place: number): string => `cell-${place}`;

/** Reads what was typed for the columns that the page shows, in their order. */
export function readCorrection(form: Form, columns: readonly string[]): TypedCorrection {
  const cells = new Map<string, string>();
  columns.forEach((column, place) => {
    if (Object.hasOwn(form, cellField(place)))
      cells.set(column, withPlainLineEnds(textIn(form, cellField(place))));
  });
  const reason = withPlainLineEnds(textIn(form, 'reason'));
  return { cells, reason, acceptFaults: listModel.parse(form.acceptFaults ?? []) };
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
