import { recordIn } from '../formats/jsonl/record-in';
import { referenceIn } from '../kit/identity-in';
import { excerpt } from '../kit/printable';
import type { MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import { type ChildrensComplaint, complaintOf } from './complaint';
import { CHILDRENS_FAULTS, type ChildrensFaultCode, childrensFaults } from './faults';
import { placeStages } from './place-stages';
import { writtenStages } from './written-stages';

/**
 * What one line of the children's system is, by the rules of the extracts' README ("Which rows count"). Keys that the
 * system may get later are kept with the line and are part of its content, and otherwise passed over. Pure.
 */
export function mapChildrensRow(row: RawRow, facts: Facts): MappedRow<ChildrensComplaint> {
  const read = recordIn(row);
  if (read.kind === 'keyTwice') return keyTwice(row, read.path);
  if (read.kind !== 'record') return noRecord(row, NO_RECORD[read.kind]);
  const { cells } = read;
  const notes = childrensFaults({ line: row.line, cells });
  const caseNumber = referenceIn(notes, 'caseNumber', facts);
  const placed = placeStages(writtenStages(cells, { notes, judging: facts }), { cells, notes });
  if (caseNumber === null || placed === null) return { kind: 'quarantined', faults: notes.faults };
  const record = complaintOf({ caseNumber, placed, cells, notes, facts });
  return { kind: 'taken', identity: caseNumber, lastUpdated: null, record, faults: notes.faults };
}

const NO_RECORD = {
  tooLong: 'LINE_TOO_LONG',
  notJson: 'NOT_JSON',
  noObject: 'NOT_A_RECORD',
  tooLarge: 'NOT_A_RECORD',
} as const;

function noRecord(row: RawRow, code: ChildrensFaultCode): MappedRow<never> {
  const notes = childrensFaults(row);
  notes.add(null, code);
  return { kind: 'quarantined', faults: notes.faults };
}

/** The key is named; what it says is kept with the line. */
function keyTwice({ line }: RawRow, path: string): MappedRow<never> {
  const code: ChildrensFaultCode = 'KEY_TWICE';
  const column = excerpt(path);
  return {
    kind: 'quarantined',
    faults: [{ line, column, code, value: null, action: CHILDRENS_FAULTS[code] }],
  };
}
