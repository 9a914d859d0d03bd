import { readWord } from '../cells/text';
import { type NonRecord, nonRecord } from '../kit/non-records';
import type { MappedRow, RawRow } from '../record';
import { CASE_TYPES, CLOSURE_CODES, type CrmStream } from './codes';
import { CORPORATE_COLUMNS } from './columns';
import type { CorporateRowFaults } from './faults';

type LeftOut = Extract<MappedRow<never>, { kind: 'leftOut' }>;

/** Rule 1 of "Which rows count". Null for a row; a reference that somebody typed as "Total" is one all the same. */
export function noRow(row: RawRow, { cell }: CorporateRowFaults): NonRecord | null {
  const isRecord = () => readWord(cell('Case Type'), CASE_TYPES).kind === 'word';
  return nonRecord(row, { columns: CORPORATE_COLUMNS, isRecord });
}

/** Rule 2: no complaint by its type, or closed with a code that says so. Else the stream it belongs to. */
export function leftOut(
  row: RawRow,
  notes: CorporateRowFaults,
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

function out(reason: string, { faults }: CorporateRowFaults): LeftOut {
  return { kind: 'leftOut', reason, faults };
}
