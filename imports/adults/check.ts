import type { Day } from '../../domain/calendar/day';
import { readDay } from '../cells/days';
import { readReference } from '../cells/words';
import { receivedDay } from '../received-day';
import type { RawRow } from '../record';
import type { AdultsColumn } from './columns';
import type { AdultsFaultCode, AdultsNotes } from './faults';

/** Where a row stands: which complaint it is, and when that was received. */
export interface Placed {
  readonly reference: string;
  readonly receivedOn: Day;
}

interface Row {
  readonly row: RawRow;
  readonly notes: AdultsNotes;
  readonly today: Day;
}

/** Rule 3 of "Which rows count": what a row must have to be counted at all. Null, with the faults noted, if it has not. */
export function placed({ row, notes, today }: Row): Placed | null {
  if (row.ragged !== undefined) {
    notes.add(null, row.ragged.kind === 'long' ? 'ROW_TOO_LONG' : 'ROW_TOO_SHORT');
    return null;
  }
  const reference = identity(notes);
  const receivedOn = receivedDay(notes, { column: 'DateOfComplaint', today });
  return reference === null || receivedOn === null ? null : { reference, receivedOn };
}

function identity(notes: AdultsNotes): string | null {
  const reference = readReference(notes.cell('ComplaintID'));
  if (reference === null) notes.add('ComplaintID', 'NO_IDENTITY');
  return reference;
}

/** The other days of a complaint that is placed. */
export interface Days {
  readonly acknowledgedOn: Day | null;
  readonly agreedDueOn: Day | null;
  readonly answeredOn: Day | null;
  readonly closedOn: Day | null;
}

/** Reads the other days. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function days(placed: { notes: AdultsNotes; receivedOn: Day; today: Day }): Days {
  return {
    acknowledgedOn: dayIn(placed, 'AckDate', {
      unreadable: 'ACKNOWLEDGED_UNREADABLE',
      before: 'ACKNOWLEDGED_BEFORE_RECEIVED',
    }),
    agreedDueOn: agreedDue(placed),
    answeredOn: dayIn(placed, 'ResponseDate', {
      unreadable: 'ANSWER_UNREADABLE',
      before: 'ANSWER_BEFORE_RECEIVED',
      after: 'ANSWER_IN_FUTURE',
    }),
    closedOn: dayIn(placed, 'ClosedDate', {
      unreadable: 'CLOSED_UNREADABLE',
      before: 'CLOSED_BEFORE_RECEIVED',
      after: 'CLOSED_IN_FUTURE',
    }),
  };
}

/** A due date counts whenever it can be read, whatever was ticked beside it (the extracts' README, `PlanAgreed`). */
function agreedDue({ notes, receivedOn }: { notes: AdultsNotes; receivedOn: Day }): Day | null {
  const read = readDay(notes.cell('ResponseDueBy'));
  if (read.kind === 'unreadable') notes.add('ResponseDueBy', 'DUE_UNREADABLE');
  if (read.kind !== 'day') return null;
  if (read.day < receivedOn) notes.add('ResponseDueBy', 'DUE_BEFORE_RECEIVED');
  return read.day;
}

/** A day of something that happened to the complaint, so not before it was received; after today is strange, but kept. */
function dayIn(
  { notes, receivedOn, today }: { notes: AdultsNotes; receivedOn: Day; today: Day },
  column: AdultsColumn,
  codes: {
    readonly unreadable: AdultsFaultCode;
    readonly before: AdultsFaultCode;
    readonly after?: AdultsFaultCode;
  },
): Day | null {
  const read = readDay(notes.cell(column));
  if (read.kind === 'unreadable') notes.add(column, codes.unreadable);
  if (read.kind !== 'day') return null;
  if (read.day < receivedOn) {
    notes.add(column, codes.before);
    return null;
  }
  if (read.day > today && codes.after !== undefined) notes.add(column, codes.after);
  return read.day;
}
