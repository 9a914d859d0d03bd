import { compareDays, type Day, dayFromNumber, dayNumberOf, toDay, weekday } from './day';

/** A day from Monday to Friday that is not worked. */
export interface DayOff {
  readonly day: Day;
  readonly name: string;
  /** Why it is not on its usual day. */
  readonly note?: string;
}

/**
 * Which days are worked, for the years that the calendar knows. Every working day is listed in order beside a count
 * for each calendar day, so that adding any number of working days is one look-up.
 */
export interface Calendar {
  readonly name: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** In order. */
  readonly daysOff: readonly DayOff[];
  /** Every working day, in order. */
  readonly workingDays: readonly Day[];
  /** For each calendar day from `firstDay`: the number of working days up to it, itself included. */
  readonly workingDaysUpTo: Uint32Array;
}

const SATURDAY = 6;

/**
 * A calendar that works Monday to Friday but on the days given. Both years are included. Throws a RangeError where the
 * years run backwards or a day off lies outside them: a calendar with a hole in its data would give wrong due dates.
 */
export function createCalendar(parts: {
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly daysOff: readonly DayOff[];
}): Calendar {
  const firstDay = toDay(`${parts.firstYear}-01-01`);
  const lastDay = toDay(`${parts.lastYear}-12-31`);
  if (lastDay < firstDay) throw new RangeError(`The calendar "${parts.name}" ends before it begins.`);
  const daysOff = [...parts.daysOff].sort((one, other) => compareDays(one.day, other.day));
  const off = new Set(daysOff.map(({ day }) => day));
  for (const day of off) {
    if (day < firstDay || day > lastDay)
      throw new RangeError(`The calendar "${parts.name}" does not reach ${day}: widen its years.`);
  }
  const first = dayNumberOf(firstDay);
  const workingDaysUpTo = new Uint32Array(dayNumberOf(lastDay) - first + 1);
  const workingDays: Day[] = [];
  for (let index = 0; index < workingDaysUpTo.length; index += 1) {
    const day = dayFromNumber(first + index);
    if (weekday(day) < SATURDAY && !off.has(day)) workingDays.push(day);
    workingDaysUpTo[index] = workingDays.length;
  }
  return { name: parts.name, firstDay, lastDay, daysOff, workingDays, workingDaysUpTo };
}

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
