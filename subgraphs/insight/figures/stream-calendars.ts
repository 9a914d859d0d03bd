import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { toDay } from '../../../domain/calendar/day';
import { type Calendar, createCalendar } from '../../../domain/calendar/working-days';
import type { Transaction } from '../../../platform/transaction/transaction';

/** The calendars that the streams count working days by, as far as they have told them. */
export async function readCalendars(transaction: Transaction): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await transaction.query<Told>(
    `select stream, description -> 'calendar' as calendar from insight.stream_described
     where description ? 'calendar' order by stream`,
  );
  return new Map(rows.map(({ stream, calendar }) => [stream, madeOnce(calendar)]));
}

interface Told {
  readonly stream: string;
  readonly calendar: NonNullable<StreamDescribed['calendar']>;
}

/** To make one takes milliseconds, and streams share theirs for years: the last few are kept. */
const made = new Map<string, Calendar>();
const MOST_KEPT = 8;

function madeOnce({ daysOff, ...years }: Told['calendar']): Calendar {
  const key = JSON.stringify([years, daysOff]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const name = 'as its stream told it';
  const calendar = createCalendar({
    ...{ name, ...years },
    daysOff: daysOff.map((day) => ({ day: toDay(day), name })),
  });
  if (made.size >= MOST_KEPT) made.clear();
  made.set(key, calendar);
  return calendar;
}
