import { toDay } from '../calendar/day';

/** What a place says where nothing was written down; never 0. */
export const NOT_RECORDED = 'not recorded';

/** The months, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day of the calendar in its parts, the month by its name. */
export interface DayParts {
  readonly dayOfMonth: number;
  readonly month: string;
  readonly year: string;
}

/** The parts of an ISO day. Throws a RangeError where the text is none. */
export function dayParts(text: string): DayParts {
  const day = toDay(text);
  return {
    dayOfMonth: Number(day.slice(8, 10)),
    month: MONTH_NAMES[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  };
}

/** An ISO day as "30 September 2021"; "not recorded" for null. Throws a RangeError where the text is no day. */
export function dayWords(text: string | null): string {
  if (text === null) return NOT_RECORDED;
  const { dayOfMonth, month, year } = dayParts(text);
  return `${dayOfMonth} ${month} ${year}`;
}

/** The same for the cells of tables: "30 Sep 2021". */
export function shortDayWords(text: string | null): string {
  if (text === null) return NOT_RECORDED;
  const { dayOfMonth, month, year } = dayParts(text);
  return `${dayOfMonth} ${month.slice(0, 3)} ${year}`;
}
