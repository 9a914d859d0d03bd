import type { Fault, RawRow } from './record';
import { shown } from './shown';

/** The faults of one row as they are found; `cell` reads what the row says. */
export interface Notes<Column extends string, Code extends string> {
  readonly faults: readonly Fault[];
  cell(column: Column): string;
  /** Notes a fault of a column, or of the row as a whole where `column` is null. */
  add(column: Column | null, code: Code): void;
}

const CUT_OFF =
  'It is the last row and has no line end, so the file seems to be cut off: export it again, and check that it was copied whole.';

/**
 * Starts the notes of a row. `actions` says for each code what is done about it; the content of a personal column
 * is never repeated in a fault, and of a long cell only the beginning is. A fault of a whole row that seems to be cut
 * off says so.
 */
export function notesOf<Column extends string, Code extends string>({
  row,
  actions,
  personalColumns,
}: {
  row: RawRow;
  actions: Readonly<Record<Code, string>>;
  personalColumns: ReadonlySet<string>;
}): Notes<Column, Code> {
  const faults: Fault[] = [];
  const isCutOff = row.ragged?.isCutOff === true;
  const cell = (column: Column) => row.cells[column] ?? '';
  return {
    faults,
    cell,
    add(column, code) {
      const isShown = column !== null && !personalColumns.has(column);
      faults.push({
        line: row.line,
        column,
        code,
        value: isShown ? shown(cell(column)) : null,
        action: isCutOff && column === null ? `${actions[code]} ${CUT_OFF}` : actions[code],
      });
    },
  };
}
