import type { RawRow } from '../record';
import { REGISTER_COLUMNS, type RegisterColumn } from './columns';
import type { RegisterRowFaults } from './faults';

/** Adds faults for what a workbook says beside the content of a row's cells. A cell of days that shows an error is reported as unreadable. */
export function noteMarks({ marks = {}, ragged }: RawRow, notes: RegisterRowFaults): void {
  const marked = (mark: string): RegisterColumn[] =>
    REGISTER_COLUMNS.filter((column) => marks[column]?.some((found) => found === mark));
  for (const column of marked('formula')) notes.add(column, 'FORMULA');
  // One fault for the row: a range is merged once, however many columns it takes.
  const [merged] = marked('merged');
  if (merged !== undefined) notes.add(merged, 'MERGED_CELLS');
  if (ragged !== undefined) notes.add(null, 'BESIDE_THE_TABLE');
}

/** The text of a cell; '' with a fault where it shows an error. */
export function textIn({ marks }: RawRow, column: RegisterColumn, notes: RegisterRowFaults): string {
  if (!marks?.[column]?.includes('error')) return notes.cell(column);
  notes.add(column, 'ERROR_CELL');
  return '';
}
