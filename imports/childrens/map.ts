import type { ComplainantAccount } from '../../casework/history';
import { contentHash } from '../cells/content-hash';
import { blank, digits, readText } from '../cells/words';
import { recordIn } from '../jsonl/record-in';
import type { MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import type { StageOfImport } from '../stage-record';
import { stageDates } from './dates';
import { type ChildrensFaultCode, type ChildrensNotes, childrensNotes } from './faults';
import { ownOfComplaint, ownOfStage } from './own';
import { type PlacedStage, placeStages } from './place-stages';
import { addressed, stageOutcome } from './words';
import { writtenStages } from './written-stages';

/** A complaint of the children's system with all its stages, in their order. */
export interface ChildrensComplaint {
  readonly contentHash: string;
  readonly stages: readonly StageOfImport[];
}

/** The name of the children's system as a source; with a case number it identifies a complaint for ever. */
export const CHILDRENS = 'childrens';

/**
 * What one line of the children's system is, by the rules of the extracts' README ("Which rows count"). Keys that the
 * system may get later are kept with the line and are part of its content, and otherwise passed over. Pure.
 */
export function mapChildrensRow(row: RawRow, facts: Facts): MappedRow<ChildrensComplaint> {
  const read = recordIn(row);
  if (read.kind !== 'record') return noRecord(row, NO_RECORD[read.kind]);
  const { cells } = read;
  const notes = childrensNotes({ line: row.line, cells });
  const caseNumber = identity(notes);
  const placed = placeStages(writtenStages(cells, { notes, today: facts.today }), notes);
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
  const notes = childrensNotes(row);
  notes.add(null, code);
  return { kind: 'quarantined', faults: notes.faults };
}

/** Case numbers have a number in them; without any digit ("new", "?") unlike complaints would pass for copies. */
function identity(notes: ChildrensNotes): string | null {
  const caseNumber = notes.cell('caseNumber').replace(/\s+/g, '');
  if (digits(caseNumber) !== '') return caseNumber;
  notes.add('caseNumber', 'NO_IDENTITY');
  return null;
}

interface Found {
  readonly caseNumber: string;
  readonly placed: readonly PlacedStage[];
  readonly cells: Readonly<Record<string, string>>;
  readonly notes: ChildrensNotes;
  readonly facts: Facts;
}

function complaintOf({ caseNumber, placed, cells, notes, facts }: Found): ChildrensComplaint {
  const hash = contentHash(content(cells));
  const shared = {
    source: CHILDRENS,
    reference: caseNumber,
    caseKey: caseNumber,
    contentHash: hash,
    parentKey: null,
    ownKey: null,
    acknowledgedOn: null,
    // The system keeps no day of closing apart from the answer.
    closedOn: null,
    theme: null,
    ...addressed(notes, facts.names),
  };
  const ownOfAll = ownOfComplaint(notes);
  const account = accountOf(notes);
  const stages = placed.map(({ place, number, receivedOn, route }): StageOfImport => {
    const dates = stageDates({ place, receivedOn }, { notes, today: facts.today });
    const { agreedDueOn, answeredOn, ended } = dates;
    const own = { ...ownOfAll, ...ownOfStage(place, { cells, notes, dates }) };
    const key = `${caseNumber}/${number}`;
    const stage = { key, number, receivedOn, route, agreedDueOn, answeredOn, ended };
    return { ...shared, ...stage, ...stageOutcome(place, notes), account, own };
  });
  return { contentHash: hash, stages };
}

/** What the complaint says, whatever the order of its keys; a key that is blank is as one that is not there. */
function content(cells: Readonly<Record<string, string>>): string[] {
  const said = Object.keys(cells).filter((path) => !blank(cells[path] ?? ''));
  return said.sort().flatMap((path) => [path, cells[path] ?? '']);
}

/** The system keeps it once for all stages. */
function accountOf({ cell }: ChildrensNotes): ComplainantAccount {
  return {
    person: null,
    relationship: readText(cell('complainant.relationship')),
    title: null,
    forename: null,
    surname: null,
    name: readText(cell('complainant.name')),
    email: null,
    postcode: null,
    summary: readText(cell('summary')),
  };
}
