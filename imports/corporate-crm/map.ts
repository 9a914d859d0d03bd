import type { ComplainantAccount, HistoricStage } from '../../contracts/records/stage';
import { contentHash } from '../cells/content-hash';
import { digits, readText, readWritten } from '../cells/text';
import type { MappedRow, RawRow } from '../record';
import type { Facts } from '../source';
import { dates, type Placed, placed } from './check';
import { addressed, closure, ended } from './closing';
import type { CrmStream } from './codes';
import { CORPORATE_COLUMNS } from './columns';
import { type CorporateRowFaults, corporateFaults } from './faults';
import { leftOut, noRow } from './left-out';
import { originOf } from './origin';

/** A stage of the corporate system, and which of its two streams it belongs to. Its place in the load is the pipeline's. */
export interface CrmStage extends Omit<HistoricStage, 'ordinal'> {
  readonly stream: CrmStream;
}

/** The name of the corporate system as a source; with a reference it identifies a stage for ever. */
export const CORPORATE_CRM = 'corporate-crm';

/**
 * What one row of the corporate system is, by the rules of the extracts' README ("Which rows count"), in their order.
 * Copies (rule 4) are found by `identity` once all rows are read. Pure: the day and the names are arguments.
 */
export function mapCorporateRow(row: RawRow, facts: Facts): MappedRow<CrmStage> {
  const notes = corporateFaults(row);
  const none = noRow(row, notes);
  if (none !== null) return none;
  const sorted = leftOut(row, notes);
  if (sorted.kind === 'leftOut') return sorted;
  const place = placed({ row, notes, judging: facts });
  if (sorted.stream === null) return { kind: 'quarantined', faults: notes.faults };
  if (place === null) return { kind: 'quarantined', owner: sorted.stream, faults: notes.faults };
  const { lastUpdated, record } = stageOf({ row, notes, facts, place, stream: sorted.stream });
  return { kind: 'taken', identity: place.reference, lastUpdated, record, faults: notes.faults };
}

interface Found {
  readonly row: RawRow;
  readonly notes: CorporateRowFaults;
  readonly facts: Facts;
  readonly place: Placed;
  readonly stream: CrmStream;
}

function stageOf({ row, notes, facts, place, stream }: Found): {
  lastUpdated: string | null;
  record: CrmStage;
} {
  const { reference, stage, receivedOn } = place;
  const { lastUpdated, acknowledgedOn, answeredOn, isUnended } = dates(notes, { ...facts, receivedOn });
  const closed = closure(notes, (written) =>
    facts.names.closureOf({ source: CORPORATE_CRM, written, receivedOn }),
  );
  const record: CrmStage = {
    stream,
    source: CORPORATE_CRM,
    key: reference,
    reference,
    caseKey: null,
    contentHash: contentHash(CORPORATE_COLUMNS.map((column) => row.cells[column] ?? '')),
    number: stage,
    ownKey: digits(reference),
    ...originOf({ notes, stream, stage, receivedOn }),
    receivedOn,
    acknowledgedOn,
    // The target that the system computed is not the truth.
    agreedDueOn: null,
    answeredOn,
    // The system keeps no day of closing apart from the answer.
    closedOn: null,
    ended: ended(notes, answeredOn !== null || closed.closureCodeWritten !== null) && !isUnended,
    ...closed,
    ...addressed(notes, { names: facts.names, receivedOn }),
    theme: readWritten(notes.cell('Category')),
    account: accountOf(notes),
    own: ownOf(notes, stream),
  };
  return { lastUpdated, record };
}

function accountOf({ cell }: CorporateRowFaults): ComplainantAccount {
  return {
    person: null,
    relationship: null,
    title: readText(cell('Title')),
    forename: readText(cell('Forename')),
    surname: readText(cell('Surname')),
    name: null,
    email: readText(cell('Email')),
    postcode: readText(cell('Postcode')),
    summary: readText(cell('Summary')),
  };
}

function ownOf({ cell }: CorporateRowFaults, stream: CrmStream): Readonly<Record<string, string | null>> {
  if (stream === 'corporate') return { ward: readWritten(cell('Ward')) };
  return { schoolUrn: readWritten(cell('School URN')), schoolName: readWritten(cell('School')) };
}
