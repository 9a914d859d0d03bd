import { type Day, FIRST_DAY, isDay, LAST_DAY, yearOf } from '../domain/calendar/day';
import { type FinancialYear, parseFinancialYear, type Quarter } from '../domain/calendar/financial-year';
import { type RelativePeriod, relativePeriod } from '../domain/calendar/relative-period';
import { readDay } from '../platform/server/read-day';
import { badInput, excerpt } from './bad-input';
import { type DaySet, joined, rangesOf } from './day-set';

/** The days of a filter of figures, as they come. A part that is null does not narrow; an empty one is refused. */
export interface PeriodFilter {
  readonly financialYears?: readonly string[] | null | undefined;
  readonly quarters?: readonly Quarter[] | null | undefined;
  readonly periods?: readonly RelativePeriod[] | null | undefined;
  /** The schema's scalar Date lets anything through: it is checked here. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/**
 * Checks the days of a filter, the argument `where`; `today` is what names of periods are told from. Throws BAD_USER_INPUT
 * that names the part, with how to write it.
 */
export function checkPeriod(where: PeriodFilter | null | undefined, today: Day): DaySet {
  const { from, to } = checkDays({
    from: where?.from,
    to: where?.to,
    names: { from: 'where.from', to: 'where.to' },
  });
  const years = where?.financialYears?.map((year) => checkFinancialYear('where.financialYears', year));
  const days = {
    ...{ from, to },
    ...{ financialYears: checkList('where.financialYears', years) },
    ...{ quarters: checkList('where.quarters', where?.quarters) },
  };
  refuseEndless(days);
  return withinPeriods(days, { argument: 'where.periods', periods: where?.periods, today });
}

/** Nobody has records of more years than these: an answer by month would be of months alone. */
const LONGEST_YEARS = 200;

function refuseEndless({ from, to }: Pick<DaySet, 'from' | 'to'>): void {
  if (from === null || to === null || yearOf(to) - yearOf(from) <= LONGEST_YEARS) return;
  throw badInput(
    'where.from',
    `and \`where.to\` are more than ${LONGEST_YEARS} years apart: ask for a shorter period.`,
  );
}

/**
 * The days that are also in one of these periods. Throws BAD_USER_INPUT where no period is named, and where the other
 * conditions leave no day of them: a filter that can let nothing through is a mistake, and its figures would say 0.
 */
export function withinPeriods(
  days: DaySet,
  named: {
    readonly argument: string;
    readonly periods: readonly RelativePeriod[] | null | undefined;
    readonly today: Day;
  },
): DaySet {
  const { argument, periods, today } = named;
  const asked = checkList(argument, periods);
  if (asked === null) return days;
  const ranges = joined(asked.map((period) => relativePeriod({ period, today })));
  const narrowed = { ...days, ranges };
  if (rangesOf(narrowed, { from: FIRST_DAY, to: LAST_DAY }).length > 0) return narrowed;
  const meant = ranges.map(({ from, to }) => `${from} to ${to}`).join(', ');
  throw badInput(
    argument,
    `(${meant}) has no day in common with the other parts of the filter that say when: leave out one or the other.`,
  );
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
  const ends = { from: readDay(names.from, from, isDay), to: readDay(names.to, to, isDay) };
  if (ends.from !== null && ends.to !== null && ends.from > ends.to) {
    throw badInput(names.from, `is after \`${names.to}\`: give the earlier day first.`);
  }
  return ends;
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

/**
 * A list as the set that it means, sorted: the same filter, however it is written, is the same question. Throws
 * BAD_USER_INPUT for an empty one: its figures would be 0 and read as if nothing had happened.
 */
export function checkList<Value>(
  argument: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | null {
  if (values === null || values === undefined) return null;
  if (values.length > 0) return [...new Set(values)].sort();
  throw badInput(argument, 'is empty: leave it out for everything, or name what is meant.');
}
