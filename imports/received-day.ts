import type { Day } from '../domain/calendar/day';
import { readDay } from './cells/days';
import type { Notes } from './notes';

/** What every source says of a day of receipt that places its row nowhere. */
type ReceivedFault = 'RECEIVED_MISSING' | 'RECEIVED_UNREADABLE' | 'RECEIVED_IN_FUTURE';

/** The day in a row's column of receipt. Null, with the fault noted, where there is none that has come. */
export function receivedDay<Column extends string>(
  notes: Pick<Notes<Column, ReceivedFault>, 'cell' | 'add'>,
  { column, today }: { readonly column: Column; readonly today: Day },
): Day | null {
  const read = readDay(notes.cell(column));
  if (read.kind === 'day' && read.day <= today) return read.day;
  const code = {
    blank: 'RECEIVED_MISSING',
    unreadable: 'RECEIVED_UNREADABLE',
    day: 'RECEIVED_IN_FUTURE',
  } as const;
  notes.add(column, code[read.kind]);
  return null;
}
