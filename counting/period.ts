import { type Day, isDay } from '../domain/calendar/day';
import { type FinancialYear, parseFinancialYear, type Quarter } from '../domain/calendar/financial-year';
import { badInput, excerpt } from './bad-input';
import type { DaySet } from './day-set';

/** The days of a filter of figures, as they come. A part that is null does not narrow; an empty one lets nothing through. */
export interface PeriodFilter {
  readonly financialYears?: readonly string[] | null | undefined;
  readonly quarters?: readonly Quarter[] | null | undefined;
  /** The schema's scalar Date lets anything through: it is checked here. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Checks the days of a filter, the argument `where`. Throws BAD_USER_INPUT that names the part, with how to write it. */
export function checkPeriod(where: PeriodFilter | null | undefined): DaySet {
  const { from, to } = checkDays({
    from: where?.from,
    to: where?.to,
    names: { from: 'where.from', to: 'where.to' },
  });
  const years = where?.financialYears?.map((year) => checkFinancialYear('where.financialYears', year));
  return { from, to, financialYears: distinct(years), quarters: distinct(where?.quarters) };
}

/** Checks the two ends of a period by the names of their arguments. Throws BAD_USER_INPUT. */
export function checkDays({
  from,
  to,
  names,
}: {
  from: unknown;
  to: unknown;
  names: { from: string; to: string };
}): { from: Day | null; to: Day | null } {
  const ends = { from: checkDay(names.from, from), to: checkDay(names.to, to) };
  if (ends.from !== null && ends.to !== null && ends.from > ends.to) {
    throw badInput(names.from, `is after \`${names.to}\`: give the earlier day first.`);
  }
  return ends;
}

function checkDay(argument: string, text: unknown): Day | null {
  if (text === null || text === undefined) return null;
  if (typeof text === 'string' && isDay(text)) return text;
  throw badInput(argument, 'is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.');
}

/** Checks a financial year. Throws BAD_USER_INPUT that says how to write one. */
export function checkFinancialYear(argument: string, text: string): FinancialYear {
  const year = parseFinancialYear(text);
  if (year !== null) return year;
  throw badInput(
    argument,
    `holds ${excerpt(text)}, which is no financial year: write it like 2021-22, two years that follow each other.`,
  );
}

/** A list as the set that it means, sorted: the same filter, however it is written, is the same question. */
export const distinct = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | null =>
  values ? [...new Set(values)].sort() : null;
