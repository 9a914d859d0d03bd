import { englandAndWales } from '../../../../domain/calendar/bank-holidays';
import { type Day, dayOf, daysInMonth, weekday, yearOf } from '../../../../domain/calendar/day';
import { MONTH_NAMES } from '../../../../domain/figures/days';
import { weekdayWords } from '../../../words/times';

/** The first and the last year for which bank holidays are known. */
export interface KnownYears {
  readonly first: number;
  readonly last: number;
}

export const KNOWN_YEARS: KnownYears = {
  first: yearOf(englandAndWales.firstDay),
  last: yearOf(englandAndWales.lastDay),
};

/** Each of those years. */
export const yearsKnown = ({ first, last }: KnownYears = KNOWN_YEARS): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

interface Holiday {
  readonly day: string;
  readonly name: string;
  readonly note: string | null;
}

const SATURDAY = 6;

/** The months of a year: how many working days each has, and its bank holidays. */
export function yearTable(year: number, holidays: readonly Holiday[]) {
  const months = MONTH_NAMES.map((name, index) => {
    const month = index + 1;
    const days = daysOf({ year, month });
    const off = holidays.filter(({ day }) => days.some((each) => each === day));
    const isOff = new Set(off.map(({ day }) => day));
    const workingDays = days.filter((day) => weekday(day) < SATURDAY && !isOff.has(day)).length;
    return { name, workingDays, holidays: off.map((holiday) => shown(holiday, days)) };
  });
  return { months, workingDays: months.reduce((sum, month) => sum + month.workingDays, 0) };
}

function daysOf(of: { readonly year: number; readonly month: number }): Day[] {
  return Array.from({ length: daysInMonth(of) }, (_, index) =>
    dayOf({ ...of, dayOfMonth: index + 1 }),
  ).filter((day) => day !== null);
}

function shown({ day, name, note }: Holiday, days: readonly Day[]) {
  const found = days.find((each) => each === day);
  return {
    ...{ day, name, note },
    on: found === undefined ? day : weekdayWords(found).replace(/ \d{4}$/, ''),
    retractHref: `/administration/calendar/retract?day=${day}`,
  };
}

/** The year that an address names; that of `today` where it names none that is known, or the nearest. */
export function readYear(text: unknown, { first, last }: KnownYears, today: Day): number {
  const year = typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : Number(today.slice(0, 4));
  return Math.min(last, Math.max(first, year));
}
