import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import type { Day } from '../../domain/calendar/day';
import { isReference, readWord } from '../cells/text';
import { dayIn, receivedDay } from '../kit/days-in';
import type { RawRow } from '../record';
import { BODIES } from './codes';
import type { RegisterRowFaults } from './faults';

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
  { notes, today }: { notes: RegisterRowFaults; today: Day },
): Placed | null {
  const body = bodyIn(notes);
  const reference = referenceIn(row, notes);
  const receivedOn = receivedDay(notes, { column: 'Received', today });
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
  const reference = notes.cell('Ombudsman ref').trim();
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

/** Reads the other days. One that cannot be, or cannot be read, is none, with a fault; one not there is just none. */
export function days(notes: RegisterRowFaults, { receivedOn, today }: { receivedOn: Day; today: Day }): Days {
  const replySentOn = dayIn(notes, { column: 'Reply sent', unreadable: 'REPLY_SENT_UNREADABLE' });
  const decidedOn = dayIn(notes, { column: 'Decided', unreadable: 'DECIDED_UNREADABLE' });
  if (decidedOn !== null && decidedOn > today) notes.add('Decided', 'DECIDED_IN_FUTURE');
  return {
    replyDueOn: dayIn(notes, { column: 'Reply due', unreadable: 'REPLY_DUE_UNREADABLE' }),
    replySentOn: notBefore(receivedOn, replySentOn, () =>
      notes.add('Reply sent', 'REPLY_SENT_BEFORE_RECEIVED'),
    ),
    decidedOn: notBefore(receivedOn, decidedOn, () => notes.add('Decided', 'DECIDED_BEFORE_RECEIVED')),
  };
}

function notBefore(receivedOn: Day, day: Day | null, note: () => void): Day | null {
  if (day === null || day >= receivedOn) return day;
  note();
  return null;
}
