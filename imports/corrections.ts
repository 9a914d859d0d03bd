import { LINE, LONG_LINE } from './formats/jsonl/record-in';
import type { RawRow } from './record';
import type { Hashed, Source } from './source';

/** The cells of a row as it was kept; what was beyond its last column is not among them. */
export function rawCells(raw: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([column, value]) => (typeof value === 'string' ? [[column, value]] : [])),
  );
}

/** A row as it came, and what somebody says that some of its cells should read. */
export interface Corrected {
  readonly line: number;
  readonly raw: object;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * The row as it would have come, had it been right. A row with too many or too few cells gets as many as its source
 * has columns. Of a line that is no record the whole line is corrected.
 */
export function correctedRow(
  { line, raw, cells }: Corrected,
  source: Pick<Source<Hashed>, 'header'>,
): RawRow {
  if (source.header.length === 0) {
    const whole = cells[LINE];
    return { line, cells: whole === undefined ? { ...rawCells(raw), ...cells } : { [LINE]: whole } };
  }
  const came = rawCells(raw);
  const columns = source.header.map((column) => [column, cells[column] ?? came[column] ?? '']);
  return { line, cells: Object.fromEntries(columns) };
}

/** A path in a record of JSON lines, as `flatten` writes it. */
const PATH = /^[\p{L}_][\p{L}\p{N}_.[\]-]{0,199}$/u;

/** Of the columns that somebody wants to correct, those that a row of the source cannot have. */
export function unknownColumns(
  { raw, cells }: Omit<Corrected, 'line'>,
  { header }: Pick<Source<Hashed>, 'header'>,
): readonly string[] {
  const asked = Object.keys(cells);
  if (header.length > 0) return asked.filter((column) => !header.includes(column));
  const isLine = [LINE, LONG_LINE].some((column) => Object.hasOwn(raw, column));
  return asked.filter((column) => (isLine ? column !== LINE : !PATH.test(column)));
}

/**
 * Of a row with too many or too few cells, the columns that a correction leaves out: nobody knows which cell stands under
 * which column, so each has to be given. None of any other row.
 */
export function missingColumns(
  { isRagged, cells }: { readonly isRagged: boolean; readonly cells: Corrected['cells'] },
  { header }: Pick<Source<Hashed>, 'header'>,
): readonly string[] {
  return isRagged ? header.filter((column) => !Object.hasOwn(cells, column)) : [];
}
