import type { Day } from '../../domain/calendar/day';
import { dueDayIn, type EventColumn, eventDay, type Judging, receivedDay } from '../kit/days-in';
import { isRagged, referenceIn } from '../kit/identity-in';
import type { RawRow } from '../record';
import type { AdultsColumn } from './columns';
import type { AdultsFaultCode, AdultsRowFaults } from './faults';

/** Where a row stands: which complaint it is, and when that was received. */
export interface Placed {
  readonly reference: string;
  readonly receivedOn: Day;
}

interface Row {
  readonly row: RawRow;
  readonly notes: AdultsRowFaults;
  readonly judging: Judging;
}

/** Rule 3 of "Which rows count": what a row must have to be counted at all. Null, with the faults noted, if it has not. */
export function placed({ row, notes, judging }: Row): Placed | null {
  if (isRagged(row, notes)) return null;
  const reference = referenceIn(notes, 'ComplaintID', judging);
  const receivedOn = receivedDay(notes, 'DateOfComplaint', judging);
  return reference === null || receivedOn === null ? null : { reference, receivedOn };
}

type DayColumn = EventColumn<AdultsColumn, AdultsFaultCode>;

/** The other days of a complaint that is placed. */
export interface Days {
  readonly acknowledgedOn: Day | null;
  readonly agreedDueOn: Day | null;
  readonly answeredOn: Day | null;
  readonly closedOn: Day | null;
}

const ACKNOWLEDGED: DayColumn = {
  column: 'AckDate',
  unreadable: 'ACKNOWLEDGED_UNREADABLE',
  before: 'ACKNOWLEDGED_BEFORE_RECEIVED',
  after: 'ACKNOWLEDGED_IN_FUTURE',
};
const ANSWERED: DayColumn = {
  column: 'ResponseDate',
  unreadable: 'ANSWER_UNREADABLE',
  before: 'ANSWER_BEFORE_RECEIVED',
  after: 'ANSWER_IN_FUTURE',
};
const CLOSED: DayColumn = {
  column: 'ClosedDate',
  unreadable: 'CLOSED_UNREADABLE',
  before: 'CLOSED_BEFORE_RECEIVED',
  after: 'CLOSED_IN_FUTURE',
};

/** Reads the other days. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function days(notes: AdultsRowFaults, when: Judging & { readonly receivedOn: Day }): Days {
  return {
    acknowledgedOn: eventDay(notes, ACKNOWLEDGED, when),
    agreedDueOn: agreedDue(notes, when.receivedOn),
    answeredOn: eventDay(notes, ANSWERED, when),
    closedOn: eventDay(notes, CLOSED, when),
  };
}

/** A due date counts whenever it can be read, whatever was ticked beside it (the extracts' README, `PlanAgreed`). */
function agreedDue(notes: AdultsRowFaults, receivedOn: Day): Day | null {
  const day = dueDayIn(notes, { column: 'ResponseDueBy', unreadable: 'DUE_UNREADABLE' }, receivedOn);
  if (day !== null && day < receivedOn) notes.add('ResponseDueBy', 'DUE_BEFORE_RECEIVED');
  return day;
}
