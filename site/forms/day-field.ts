import { type Day, dayOf } from '../../domain/calendar/day';
import type { Problem } from './problem';

/** A day has three fields: `NAME-day`, `NAME-month` and `NAME-year`. */
const PARTS = ['day', 'month', 'year'] as const;

/** The names of a day's three fields. */
export const dayFields = (name: string): string[] => PARTS.map((part) => `${name}-${part}`);

/** What the three fields of a day would say. */
export const dayTyped = (name: string, day: string): Record<string, string> => ({
  [`${name}-day`]: String(Number(day.slice(8, 10))),
  [`${name}-month`]: String(Number(day.slice(5, 7))),
  [`${name}-year`]: day.slice(0, 4),
});

/** The day that three fields say, or what is wrong with them. */
export function readDayFields(
  typed: Readonly<Record<string, string>>,
  name: string,
  what: string,
): { readonly day: Day; readonly problem: null } | { readonly day: null; readonly problem: Problem } {
  const given = dayFields(name).map((field) => typed[field] ?? '');
  const wrong = (says: string) => ({ day: null, problem: { field: name, says } });
  if (given.every((text) => text === '')) return wrong(`Give ${what}.`);
  const [dayOfMonth = Number.NaN, month = Number.NaN, year = Number.NaN] = given.map(wholeOf);
  const day = dayOf({ dayOfMonth, month, year });
  if (day !== null) return { day, problem: null };
  return wrong(`Give ${what} as a day, a month and a year of the calendar, such as 27 3 2027.`);
}

const wholeOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
