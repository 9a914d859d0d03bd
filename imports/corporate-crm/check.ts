import type { Day } from '../../domain/calendar/day';
import {
  dueDayIn,
  type EventColumn,
  endsNothing,
  eventDay,
  type Judging,
  lastUpdatedIn,
  receivedDay,
} from '../kit/days-in';
import { isRagged, referenceIn } from '../kit/identity-in';
import type { RawRow } from '../record';
import type { CorporateColumn } from './columns';
import type { CorporateFaultCode, CorporateRowFaults } from './faults';

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
  judging,
}: {
  row: RawRow;
  notes: CorporateRowFaults;
  judging: Judging;
}): Placed | null {
  if (isRagged(row, notes)) return null;
  const reference = referenceIn(notes, 'Case Ref', judging);
  const stage = stageNumber(notes);
  const receivedOn = receivedDay(notes, 'Date Received', judging);
  return reference === null || stage === null || receivedOn === null
    ? null
    : { reference, stage, receivedOn };
}

function stageNumber(notes: CorporateRowFaults): number | null {
  const written = notes.cell('Stage').trim();
  if (written === '1' || written === '2' || written === '3') return Number(written);
  notes.add('Stage', 'STAGE_UNREADABLE');
  return null;
}

/** The other dates of a row that is placed. */
export interface Dates {
  readonly acknowledgedOn: Day | null;
  readonly answeredOn: Day | null;
  /** Whether the answer is dated on a day that ends nothing, so that the stage is open whatever its status says. */
  readonly isUnended: boolean;
  /** Local time, sorts as text. */
  readonly lastUpdated: string | null;
}

type DateColumn = EventColumn<CorporateColumn, CorporateFaultCode>;

const ACKNOWLEDGED: DateColumn = {
  column: 'Date Acknowledged',
  unreadable: 'ACKNOWLEDGED_UNREADABLE',
  before: 'ACKNOWLEDGED_BEFORE_RECEIVED',
  after: 'ACKNOWLEDGED_IN_FUTURE',
};
const ANSWERED: DateColumn = {
  column: 'Date Responded',
  unreadable: 'ANSWER_UNREADABLE',
  before: 'ANSWER_BEFORE_RECEIVED',
  after: 'ANSWER_IN_FUTURE',
};

/** Reads the other dates. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function dates(notes: CorporateRowFaults, when: Judging & { readonly receivedOn: Day }): Dates {
  // Not used: due dates come from the procedure. Its faults are still noted.
  dueDayIn(notes, { column: 'Target Date', unreadable: 'TARGET_UNREADABLE' }, when.receivedOn);
  return {
    acknowledgedOn: eventDay(notes, ACKNOWLEDGED, when),
    answeredOn: eventDay(notes, ANSWERED, when),
    isUnended: endsNothing(notes.cell('Date Responded'), when),
    lastUpdated: lastUpdatedIn(notes, 'Last Updated', when),
  };
}
