import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import { contentHash } from '../cells/content-hash';
import { blank, isTooLong, readText, readWord, readWritten } from '../cells/text';
import { nonRecord } from '../kit/non-records';
import type { Fault, MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import { days, type Placed, placed, remedyDays } from './check';
import { BODIES, NOBODY, ownerOf, type Whose, whoseIs } from './codes';
import { REGISTER_COLUMNS } from './columns';
import { decisionOf } from './decisions';
import { type RegisterRowFaults, registerFaults } from './faults';
import { noteMarks, textIn } from './marks';

/**
 * What one row of the register is, by the rules of the extracts' README ("Which rows count"), in their order. None is
 * left out; copies (rule 4) are found by `identity` once all rows are read. Pure: the day is an argument.
 */
export function mapRegisterRow(row: RawRow, facts: Facts): MappedRow<KeptOmbudsmanCase> {
  const { streams } = facts;
  const notes = registerFaults(row);
  const isRecord = () => readWord(notes.cell('Ombudsman'), BODIES).kind === 'word';
  const none = nonRecord(row, { columns: REGISTER_COLUMNS, isRecord });
  if (none !== null) return none;
  noteMarks(row, notes);
  const place = placed(row, { notes, judging: facts });
  if (place === null) return { kind: 'quarantined', ...owned(notes, streams), faults: shownFaults(notes) };
  const record = caseOf(row, { notes, place, facts });
  const identity = `${place.body}/${place.referenceKey}`;
  return { kind: 'taken', identity, lastUpdated: null, record, faults: shownFaults(notes) };
}

function caseOf(
  row: RawRow,
  { notes, place, facts }: { notes: RegisterRowFaults; place: Placed; facts: Facts },
): KeptOmbudsmanCase {
  const when = { ...facts, receivedOn: place.receivedOn };
  const dated = days(notes, when);
  const decision = decisionOf(textIn(row, 'Decision', notes), place.body);
  if (decision.decision !== null && blank(notes.cell('Decided'))) notes.add('Decided', 'DECISION_NOT_DATED');
  const { stream, partner } = whose(row, notes, facts.streams);
  return {
    contentHash: contentHash(REGISTER_COLUMNS.map((column) => notes.cell(column))),
    ...place,
    ourReference: ourReferenceIn(row, notes),
    stream,
    streamWritten: readWritten(notes.cell('Stream')),
    partner,
    ...dated,
    ...decision,
    remedies: remedies(row, notes, remedyDays(notes, when)),
  };
}

function ourReferenceIn(row: RawRow, notes: RegisterRowFaults): string | null {
  const reference = readText(textIn(row, 'Our ref', notes));
  if (reference === null || !isTooLong(reference)) return reference;
  notes.add('Our ref', 'OUR_REFERENCE_UNREADABLE');
  return null;
}

/** The stream that a row names is its owner, even if the row can be placed nowhere. */
function owned(notes: RegisterRowFaults, streams: readonly string[]): { readonly owner?: string } {
  const whose = whoseIs(notes.cell('Stream'), streams);
  const owner = typeof whose === 'string' ? null : ownerOf(whose);
  return owner === null ? {} : { owner };
}

function whose(row: RawRow, notes: RegisterRowFaults, streams: readonly string[]): Whose {
  const named = whoseIs(textIn(row, 'Stream', notes), streams);
  if (typeof named !== 'string') return named;
  notes.add('Stream', named === 'blank' ? 'STREAM_MISSING' : 'UNKNOWN_STREAM');
  return NOBODY;
}

/** Remedies are parted by semicolons; the row's two days are those of each. */
function remedies(
  row: RawRow,
  notes: RegisterRowFaults,
  { dueOn, doneOn }: ReturnType<typeof remedyDays>,
): KeptOmbudsmanCase['remedies'] {
  const texts = textIn(row, 'Remedy', notes)
    .split(';')
    .flatMap((part) => readText(part) ?? []);
  if (texts.length > 0) return texts.map((text) => ({ text, dueOn, doneOn }));
  if (dueOn === null && doneOn === null) return [];
  notes.add(dueOn === null ? 'Remedy done' : 'Remedy due', 'REMEDY_NOT_NAMED');
  return [{ text: null, dueOn, doneOn }];
}

/** A formula that gave nothing has no value, not an empty one. */
const shownFaults = ({ faults }: RegisterRowFaults): readonly Fault[] =>
  faults.map((fault) => (fault.code === 'FORMULA' && fault.value === '' ? { ...fault, value: null } : fault));
