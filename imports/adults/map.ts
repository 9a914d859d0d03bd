import type { ComplainantAccount, RecordedStage } from '../../contracts/records/stage';
import { contentHash } from '../cells/content-hash';
import { readDay } from '../cells/days';
import { readText, readWritten } from '../cells/text';
import { nonRecord } from '../kit/non-records';
import type { MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import { days, type Placed, placed } from './check';
import { addressed, closure, ownOf } from './codes';
import { ADULTS_COLUMNS } from './columns';
import { type AdultsRowFaults, adultsFaults } from './faults';

/** The name of the adults' system as a source; with a number of its own it identifies a complaint for ever. */
export const ADULTS = 'adults';

/**
 * What one row of the adults' system is, by the rules of the extracts' README ("Which rows count"), in their order; it
 * has none that are left out. Copies (rule 4) are found by `identity` once all rows are read. Pure: the day and the
 * names are arguments.
 */
export function mapAdultsRow(row: RawRow, facts: Facts): MappedRow<RecordedStage> {
  const notes = adultsFaults(row);
  const isRecord = () => readDay(notes.cell('DateOfComplaint')).kind === 'day';
  const none = nonRecord(row, { columns: ADULTS_COLUMNS, isRecord });
  if (none !== null) return none;
  const place = placed({ row, notes, judging: facts });
  if (place === null) return { kind: 'quarantined', faults: notes.faults };
  const record = stageOf({ row, notes, facts, place });
  return { kind: 'taken', identity: place.reference, lastUpdated: null, record, faults: notes.faults };
}

interface Found {
  readonly row: RawRow;
  readonly notes: AdultsRowFaults;
  readonly facts: Facts;
  readonly place: Placed;
}

/** A row is a complaint, and its only stage. */
function stageOf({ row, notes, facts, place: { reference, receivedOn } }: Found): RecordedStage {
  const { acknowledgedOn, agreedDueOn, answeredOn, closedOn } = days(notes, { ...facts, receivedOn });
  return {
    source: ADULTS,
    key: reference,
    reference,
    caseKey: null,
    contentHash: contentHash(ADULTS_COLUMNS.map((column) => row.cells[column] ?? '')),
    number: 1,
    parentKey: null,
    ownKey: null,
    route: null,
    receivedOn,
    acknowledgedOn,
    agreedDueOn,
    answeredOn,
    closedOn,
    ended: closedOn !== null || answeredOn !== null,
    ...closure(notes, (written) => facts.names.closureOf({ source: ADULTS, written, receivedOn })),
    ...addressed(notes, { names: facts.names, receivedOn }),
    theme: readWritten(notes.cell('Nature')),
    // The system keeps no channel.
    channel: null,
    channelWritten: null,
    account: accountOf(notes),
    own: ownOf(notes),
  };
}

function accountOf({ cell }: AdultsRowFaults): ComplainantAccount {
  return {
    person: readText(cell('PersonID')),
    relationship: readText(cell('Complainant')),
    title: null,
    forename: null,
    surname: null,
    name: null,
    email: null,
    postcode: null,
    summary: null,
  };
}
