declare const brand: unique symbol;

/**
 * A day of the calendar in Europe/London, as ISO text (`2021-04-01`). Years run from 1900 to 9999, so that days sort
 * as text and a slip of the keyboard such as `0204-05-01` is no day. Made by `toDay`, `dayOf` and the functions here.
 */
export type Day = string & { readonly [brand]: 'Day' };

/** A moment as a clock on a London wall shows it: its day and its time (`HH:MM:SS`). */
export interface LondonMoment {
  readonly day: Day;
  readonly time: string;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const MILLIS_PER_DAY = 86_400_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

// Made once: building a formatter costs a thousand times what using it does.
const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** How many days a month of the Gregorian calendar has; 0 for a month that does not exist. */
export function daysInMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const isInCalendar = ({ year, month, dayOfMonth }: DayParts): boolean =>
  year >= FIRST_YEAR && year <= LAST_YEAR && dayOfMonth >= 1 && dayOfMonth <= daysInMonth({ year, month });

/** The day with this year, month (1–12) and day of the month; null where the calendar has no such day. */
export function dayOf(parts: DayParts): Day | null {
  const { year, month, dayOfMonth } = parts;
  const text = `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
  return isDay(text) ? text : null;
}

/** Whether the text is exactly an ISO day of the calendar, with nothing around it. */
export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text);
  if (parts === null) return false;
  return isInCalendar({ year: Number(parts[1]), month: Number(parts[2]), dayOfMonth: Number(parts[3]) });
}

/** The text as a day. Throws a RangeError where it is none; for text from outside, ask `isDay` first. */
export function toDay(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(
    'Not a day of the calendar: write it as YYYY-MM-DD, between 1900-01-01 and 9999-12-31.',
  );
}

/** The calendar's first day and its last. */
export const FIRST_DAY = toDay(`${FIRST_YEAR}-01-01`);
export const LAST_DAY = toDay(`${LAST_YEAR}-12-31`);

/** The year, for example 2021. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month of the year, 1 to 12. */
export function monthNumberOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The day of the month, 1 to 31. */
export function dayOfMonthOf(day: Day): number {
  return Number(day.slice(8, 10));
}

/** The first day of the day's month. */
export function monthOf(day: Day): Day {
  return toDay(`${day.slice(0, 8)}01`);
}

/** Days since 1970-01-01, which is 0; negative before it. */
export function dayNumberOf(day: Day): number {
  return Date.UTC(yearOf(day), monthNumberOf(day) - 1, dayOfMonthOf(day)) / MILLIS_PER_DAY;
}

/** The day so many days after 1970-01-01. Throws a RangeError outside the years 1900 to 9999. */
export function dayFromNumber(dayNumber: number): Day {
  const utc = new Date(dayNumber * MILLIS_PER_DAY);
  const parts = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, dayOfMonth: utc.getUTCDate() };
  const day = Number.isInteger(dayNumber) ? dayOf(parts) : null;
  if (day === null) throw new RangeError('Not a day of the calendar: outside 1900-01-01 to 9999-12-31.');
  return day;
}

/** The day `count` calendar days later (earlier where negative). Throws a RangeError outside 1900 to 9999. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumberOf(day) + count);
}

/** Calendar days from one day to another: 1 from a day to the next, negative where `to` comes first. */
export function daysBetween({ from, to }: { readonly from: Day; readonly to: Day }): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The day of the week, 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Orders days for `sort`: negative where `a` comes first, 0 where they are the same day. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}

/** Whether `day` comes before `other`; false for the same day. */
export function isBefore(day: Day, other: Day): boolean {
  return day < other;
}

/** The wall clock in Europe/London at an instant; null for no instant at all, or one outside 1900 to 9999. */
export function londonMomentOf(instant: Date): LondonMoment | null {
  // London keeps GMT at every New Year of these years, so the year in UTC decides; NaN fails both comparisons.
  const year = instant.getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const text = LONDON.format(instant);
  return {
    day: toDay(`${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`),
    time: text.slice(12, 20),
  };
}

/** The day in Europe/London at an instant, whatever the machine's own zone. Throws a RangeError outside 1900 to 9999. */
export function londonDayOf(instant: Date): Day {
  const moment = londonMomentOf(instant);
  if (moment === null) throw new RangeError('Not an instant between the years 1900 and 9999.');
  return moment.day;
}
