import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import type { Day } from '../../domain/calendar/day';
import { isReference, tidyReference } from '../cells/references';
import { readWord } from '../cells/text';
import { dueDayIn, type EventColumn, eventDay, type Judging, receivedDay } from '../kit/days-in';
import type { RawRow } from '../record';
import { BODIES } from './codes';
import type { RegisterColumn } from './columns';
import type { RegisterFaultCode, RegisterRowFaults } from './faults';

/** Where a row stands: which ombudsman's case it is, and when the enquiry was received. */
export interface Placed {
  readonly body: OmbudsmanBody;
  readonly reference: string;
  readonly referenceKey: string;
  readonly receivedOn: Day;
}

/** Rule 3 of "Which rows count": what a row must have to be counted at all. Null, with the faults noted, if it has not. */
export function placed(
  row: RawRow,
  { notes, judging }: { notes: RegisterRowFaults; judging: Judging },
): Placed | null {
  const body = bodyIn(notes);
  const reference = referenceIn(row, notes);
  const receivedOn = receivedDay(notes, 'Received', judging);
  if (body === null || reference === null || receivedOn === null) return null;
  return { body, ...reference, receivedOn };
}

/** The ombudsman is a part of what identifies a case: two of them number alike. */
function bodyIn(notes: RegisterRowFaults): OmbudsmanBody | null {
  const body = readWord(notes.cell('Ombudsman'), BODIES);
  if (body.kind === 'word') return body.means;
  notes.add('Ombudsman', body.kind === 'blank' ? 'NO_IDENTITY' : 'UNKNOWN_BODY');
  return null;
}

/**
 * References are numbers, typed as `24 006 582`, `24006582` or `24-006-582`.
 */
function referenceIn(
  { marks }: RawRow,
  notes: RegisterRowFaults,
): Pick<Placed, 'reference' | 'referenceKey'> | null {
  const reference = tidyReference(notes.cell('Ombudsman ref'));
  const isError = marks?.['Ombudsman ref']?.includes('error') ?? false;
  if (!isError && isReference(reference)) {
    return { reference, referenceKey: reference.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase() };
  }
  notes.add('Ombudsman ref', 'NO_IDENTITY');
  return null;
}

/** The other days of a row that is placed. */
export interface Days {
  readonly replyDueOn: Day | null;
  readonly replySentOn: Day | null;
  readonly decidedOn: Day | null;
}

type DayColumn = EventColumn<RegisterColumn, RegisterFaultCode>;

const REPLY_SENT: DayColumn = {
  column: 'Reply sent',
  unreadable: 'REPLY_SENT_UNREADABLE',
  before: 'REPLY_SENT_BEFORE_RECEIVED',
  after: 'REPLY_SENT_IN_FUTURE',
};
const DECIDED: DayColumn = {
  column: 'Decided',
  unreadable: 'DECIDED_UNREADABLE',
  before: 'DECIDED_BEFORE_RECEIVED',
  after: 'DECIDED_IN_FUTURE',
};
const REMEDY_DONE: DayColumn = {
  column: 'Remedy done',
  unreadable: 'REMEDY_DONE_UNREADABLE',
  after: 'REMEDY_DONE_IN_FUTURE',
};

type When = Judging & { readonly receivedOn: Day };

/** Reads the other days. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function days(notes: RegisterRowFaults, when: When): Days {
  return {
    replyDueOn: dueDayIn(notes, { column: 'Reply due', unreadable: 'REPLY_DUE_UNREADABLE' }, when.receivedOn),
    replySentOn: eventDay(notes, REPLY_SENT, when),
    decidedOn: eventDay(notes, DECIDED, when),
  };
}

/** Reads the days of a row's remedies in the same way. */
export function remedyDays(
  notes: RegisterRowFaults,
  when: When,
): { readonly dueOn: Day | null; readonly doneOn: Day | null } {
  const due = { column: 'Remedy due', unreadable: 'REMEDY_DUE_UNREADABLE' } as const;
  return { dueOn: dueDayIn(notes, due, when.receivedOn), doneOn: eventDay(notes, REMEDY_DONE, when) };
}
