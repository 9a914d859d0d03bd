import type { Day } from '../../domain/calendar/day';
import { readDay, readMoment } from '../cells/days';
import { readReference } from '../cells/words';
import { receivedDay } from '../received-day';
import type { RawRow } from '../record';
import type { CorporateColumn } from './columns';
import type { CorporateFaultCode, CorporateNotes } from './faults';

/** Where a row stands: which case it is, at which stage, and when that was received. */
export interface Placed {
  readonly reference: string;
  readonly stage: number;
  readonly receivedOn: Day;
}

/** Rule 3 of "Which rows count": what a row must have to be counted at all. Null, with the faults noted, if it has not. */
export function placed({
  row,
  notes,
  today,
}: {
  row: RawRow;
  notes: CorporateNotes;
  today: Day;
}): Placed | null {
  if (row.ragged !== undefined) {
    notes.add(null, row.ragged.kind === 'long' ? 'ROW_TOO_LONG' : 'ROW_TOO_SHORT');
    return null;
  }
  const reference = identity(notes);
  const stage = stageNumber(notes);
  const receivedOn = receivedDay(notes, { column: 'Date Received', today });
  return reference === null || stage === null || receivedOn === null
    ? null
    : { reference, stage, receivedOn };
}

function identity(notes: CorporateNotes): string | null {
  const reference = readReference(notes.cell('Case Ref'));
  if (reference === null) notes.add('Case Ref', 'NO_IDENTITY');
  return reference;
}

function stageNumber(notes: CorporateNotes): number | null {
  const written = notes.cell('Stage').trim();
  if (written === '1' || written === '2' || written === '3') return Number(written);
  notes.add('Stage', 'STAGE_UNREADABLE');
  return null;
}

/** The other dates of a row that is placed. */
export interface Dates {
  readonly acknowledgedOn: Day | null;
  readonly answeredOn: Day | null;
  /** Local time, sorts as text. */
  readonly lastUpdated: string | null;
}

/** Reads the other dates. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function dates({
  notes,
  receivedOn,
  today,
}: {
  notes: CorporateNotes;
  receivedOn: Day;
  today: Day;
}): Dates {
  dayIn(notes, 'Target Date', 'TARGET_UNREADABLE');
  return {
    acknowledgedOn: acknowledged(notes, receivedOn),
    answeredOn: answered({ notes, receivedOn, today }),
    lastUpdated: lastUpdated(notes),
  };
}

function acknowledged(notes: CorporateNotes, receivedOn: Day): Day | null {
  const day = dayIn(notes, 'Date Acknowledged', 'ACKNOWLEDGED_UNREADABLE');
  if (day === null || day >= receivedOn) return day;
  notes.add('Date Acknowledged', 'ACKNOWLEDGED_BEFORE_RECEIVED');
  return null;
}

function answered({
  notes,
  receivedOn,
  today,
}: {
  notes: CorporateNotes;
  receivedOn: Day;
  today: Day;
}): Day | null {
  const day = dayIn(notes, 'Date Responded', 'ANSWER_UNREADABLE');
  if (day === null) return null;
  if (day < receivedOn) {
    notes.add('Date Responded', 'ANSWER_BEFORE_RECEIVED');
    return null;
  }
  if (day > today) notes.add('Date Responded', 'ANSWER_IN_FUTURE');
  return day;
}

function lastUpdated(notes: CorporateNotes): string | null {
  const read = readMoment(notes.cell('Last Updated'));
  if (read.kind === 'unreadable') notes.add('Last Updated', 'LAST_UPDATED_UNREADABLE');
  return read.kind === 'moment' ? read.at : null;
}

function dayIn(notes: CorporateNotes, column: CorporateColumn, unreadable: CorporateFaultCode): Day | null {
  const read = readDay(notes.cell(column));
  if (read.kind === 'unreadable') notes.add(column, unreadable);
  return read.kind === 'day' ? read.day : null;
}
