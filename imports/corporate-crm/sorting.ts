import { blank, foldWord, readWord } from '../cells/words';
import type { MappedRow, RawRow } from '../record';
import { CASE_TYPES, CLOSURE_CODES, type CrmStream } from './codes';
import { CORPORATE_COLUMNS } from './columns';
import type { CorporateNotes } from './faults';

type NoRow = Extract<MappedRow<never>, { kind: 'noRow' }>;
type LeftOut = Extract<MappedRow<never>, { kind: 'leftOut' }>;

/** Rule 1 of "Which rows count": an empty line, the header again and the `Total` line are no rows. Null for a row. */
export function noRow(row: RawRow, { cell }: CorporateNotes): NoRow | null {
  const first = foldWord(cell('Case Ref'));
  if (first === '') return row.ragged?.kind !== 'long' && isBlank(row) ? { kind: 'noRow' } : null;
  if (first === 'case ref') return isHeader(row) ? { kind: 'noRow' } : null;
  if (first !== 'total' && first !== 'total:') return null;
  // A complaint whose reference somebody typed as "Total" is a complaint all the same.
  if (readWord(cell('Case Type'), CASE_TYPES).kind === 'word') return null;
  return { kind: 'noRow', controlTotal: controlTotal(row) };
}

/** Rule 2: no complaint by its type, or closed with a code that says so. Else the stream it belongs to. */
export function leftOut(
  row: RawRow,
  notes: CorporateNotes,
): LeftOut | { kind: 'complaint'; stream: CrmStream | null } {
  const type = readWord(notes.cell('Case Type'), CASE_TYPES);
  if (type.kind === 'word' && type.means.kind === 'other') return out(`Case type: ${type.means.name}`, notes);
  if (type.kind !== 'word' && row.ragged === undefined) {
    notes.add('Case Type', 'UNKNOWN_CASE_TYPE');
    return out('Case type: not known', notes);
  }
  const code = readWord(notes.cell('Closure Code'), CLOSURE_CODES);
  if (code.kind === 'word' && code.means.kind === 'noComplaint')
    return out(`Closure code: ${code.means.code}`, notes);
  return {
    kind: 'complaint',
    stream: type.kind === 'word' && type.means.kind === 'complaint' ? type.means.stream : null,
  };
}

function out(reason: string, { faults }: CorporateNotes): LeftOut {
  return { kind: 'leftOut', reason, faults };
}

function isBlank({ cells }: RawRow): boolean {
  return CORPORATE_COLUMNS.every((column) => blank(cells[column] ?? ''));
}

function isHeader({ cells }: RawRow): boolean {
  return CORPORATE_COLUMNS.every((column) => {
    const cell = foldWord(cells[column] ?? '');
    return cell === '' || cell === foldWord(column);
  });
}

/** The number stands in the next cell of the line that is not blank; thousands may be parted by commas or spaces. */
function controlTotal({ cells }: RawRow): { written: string; stages: number | null } {
  const others = CORPORATE_COLUMNS.slice(1).map((column) => (cells[column] ?? '').trim());
  const written = others.find((cell) => cell !== '') ?? '';
  const plain = written.replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  return { written, stages: /^\d{1,15}$/.test(plain) ? Number(plain) : null };
}
