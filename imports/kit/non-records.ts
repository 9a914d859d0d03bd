import { blank, foldWord } from '../cells/text';
import type { MappedRow, RawRow } from '../record';
import { excerpt } from './printable';

export type NonRecord = Extract<MappedRow<never>, { kind: 'noRow' }>;

/**
 * Rule 1 of "Which rows count": an empty line, the header again and the `Total` line are no rows. Null for a row.
 * `columns` are the source's, what identifies a row first; `isRecord` says that a row whose identity somebody typed as
 * "Total" is a record all the same.
 */
export function nonRecord(
  row: RawRow,
  { columns, isRecord }: { columns: readonly [string, ...string[]]; isRecord: () => boolean },
): NonRecord | null {
  const [identity] = columns;
  const first = foldWord(row.cells[identity] ?? '');
  if (first === '') return row.ragged?.kind !== 'long' && isBlank(row, columns) ? { kind: 'noRow' } : null;
  if (first === foldWord(identity)) return isHeader(row, columns) ? { kind: 'noRow' } : null;
  if ((first !== 'total' && first !== 'total:') || isRecord()) return null;
  return { kind: 'noRow', controlTotal: controlTotal(row, columns) };
}

const isBlank = ({ cells }: RawRow, columns: readonly string[]): boolean =>
  columns.every((column) => blank(cells[column] ?? ''));

const isHeader = ({ cells }: RawRow, columns: readonly string[]): boolean =>
  columns.every((column) => {
    const cell = foldWord(cells[column] ?? '');
    return cell === '' || cell === foldWord(column);
  });

/** The number stands in the next cell of the line that is not blank; thousands may be parted by commas or spaces. */
function controlTotal(
  { cells }: RawRow,
  columns: readonly string[],
): { written: string; stages: number | null } {
  const others = columns.slice(1).map((column) => (cells[column] ?? '').trim());
  const written = others.find((cell) => cell !== '') ?? '';
  const plain = written.replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  return { written: excerpt(written), stages: /^\d{1,15}$/.test(plain) ? Number(plain) : null };
}
