import type { Cell } from './cell-form';

/** What the gateway says is wrong with a row. */
export interface Reason {
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly action: string;
}

const RAGGED: readonly string[] = ['ROW_TOO_SHORT', 'ROW_TOO_LONG'];
/** A line that is no record is corrected as a whole; what else stands in brackets is no column of the file. */
const WHOLE_LINE = '(line)';

const isCorrectable = (column: string): boolean => column === WHOLE_LINE || !column.startsWith('(');

/** A row with too many or too few cells. */
export const isRaggedRow = (reasons: readonly Reason[]): boolean =>
  reasons.some(({ code }) => RAGGED.includes(code));

/** The columns that a correction can be of: those of the row, and those that are missed in it. */
export function correctableColumns(cells: readonly Cell[], reasons: readonly Reason[]): string[] {
  const missed = reasons.flatMap(({ column }) => column ?? []);
  const columns = [...cells.map(({ column }) => column), ...missed].filter(isCorrectable);
  return [...new Set(columns)];
}

/** What stands in the row beside its columns: the name of a sheet, cells past the last column. */
export const otherCells = (cells: readonly Cell[]): Cell[] =>
  cells.filter(({ column }) => !isCorrectable(column));

/** The columns in which these systems keep the reference that people know a record by. */
const REFERENCES: readonly string[] = ['Case Ref', 'ComplaintID', 'caseNumber', 'Ombudsman ref', 'CallID'];

/** The column of a row's reference; null where it has none. */
export const referenceColumn = (columns: readonly string[]): string | null =>
  columns.find((column) => REFERENCES.includes(column)) ?? null;
