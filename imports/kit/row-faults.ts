import type { Fault, RawRow } from '../record';
import { excerpt } from './printable';

/** The faults of one row as they are found; `cell` reads what the row says. */
export interface RowFaults<Column extends string, Code extends string> {
  readonly faults: readonly Fault[];
  cell(column: Column): string;
  /** Adds a fault of a column, or of the row as a whole where `column` is null. */
  add(column: Column | null, code: Code): void;
}

const CUT_OFF =
  'It is the last row and has no line end, so the file seems to be cut off: export it again, and check that it was copied whole.';

/** What is said of the faults of one source. */
export interface FaultTexts<Code extends string> {
  /** What is done about each fault, in words for the complaints team. */
  readonly actions: Readonly<Record<Code, string>>;
  /** Columns whose content is never repeated. */
  readonly personalColumns: ReadonlySet<string>;
}

/**
 * Starts the faults of a row. The content of a personal column is never repeated in a fault, and of a long cell only the
 * beginning is. A fault of a whole row that seems to be cut off says so.
 */
export const faultsFor =
  <Column extends string, Code extends string>({ actions, personalColumns }: FaultTexts<Code>) =>
  (row: RawRow): RowFaults<Column, Code> => {
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
          value: isShown ? excerpt(cell(column)) : null,
          action: isCutOff && column === null ? `${actions[code]} ${CUT_OFF}` : actions[code],
        });
      },
    };
  };
