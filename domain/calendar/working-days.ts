import type { Calendar } from './calendar';
import { type Day, dayNumberOf } from './day';

/** Working days up to and including a day, counted from the calendar's first; null outside the years that it knows. */
function workingDaysUpTo(calendar: Calendar, day: Day): number | null {
  return calendar.workingDaysUpTo[dayNumberOf(day) - dayNumberOf(calendar.firstDay)] ?? null;
}

/** Whether the day is worked; null where the calendar does not know its year. */
export function isWorkingDay({
  day,
  calendar,
}: {
  readonly day: Day;
  readonly calendar: Calendar;
}): boolean | null {
  const upTo = workingDaysUpTo(calendar, day);
  if (upTo === null) return null;
  return calendar.workingDays[upTo - 1] === day;
}

/**
 * The day on which `count` working days have passed. `from` is day 0, worked or not, and the next working day is
 * day 1; a count of 0 gives `from` itself. Null where `from` or the answer lies outside the years that the calendar
 * knows. Throws a RangeError for a count that is negative or not whole.
 */
export function addWorkingDays(sum: {
  readonly from: Day;
  readonly count: number;
  readonly calendar: Calendar;
}): Day | null {
  const { from, count, calendar } = sum;
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError('Working days are counted in whole days, from 0.');
  const upTo = workingDaysUpTo(calendar, from);
  if (upTo === null) return null;
  return count === 0 ? from : (calendar.workingDays[upTo + count - 1] ?? null);
}

/**
 * Working days after `from` up to and including `to`, so that it undoes `addWorkingDays`: 0 on the day of receipt,
 * negative where `to` comes before. Null where either day lies outside the years that the calendar knows.
 */
export function workingDaysBetween(span: {
  readonly from: Day;
  readonly to: Day;
  readonly calendar: Calendar;
}): number | null {
  const from = workingDaysUpTo(span.calendar, span.from);
  const to = workingDaysUpTo(span.calendar, span.to);
  return from === null || to === null ? null : to - from;
}
