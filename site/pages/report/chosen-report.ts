import { toDay } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  financialYearsBefore,
  parseFinancialYear,
  periodOf,
  type Quarter,
  quarterOf,
} from '../../../domain/calendar/financial-year';
import { periodWords } from '../../../domain/figures/periods';
import { QUARTERS } from '../../filters/parts';
import type { Reach } from '../reach';

/** What each of the year's reports is called. */
const TITLES: Readonly<Record<Quarter, string>> = {
  Q1: 'First update',
  Q2: 'Mid-year report',
  Q3: 'Third quarter update',
  Q4: 'Annual report',
};

/** The report that an address asks for. */
export interface ChosenReport {
  readonly financialYear: FinancialYear;
  readonly upTo: Quarter;
  /** "Mid-year report 2021-22". */
  readonly title: string;
  /** "April to September 2021 (Q1 to Q2 2021-22)". */
  readonly period: string;
  /** The years that the records speak of, the newest first. */
  readonly years: readonly FinancialYear[];
  readonly problems: readonly { readonly says: string }[];
}

/** Reads year and quarter; what is left out, or is none, is that of the newest day that the records reach. */
export function chosenReport(
  query: Readonly<Record<string, unknown>>,
  { asAt, sources }: Pick<Reach, 'asAt' | 'sources'>,
): ChosenReport {
  const newest = toDay(asAt);
  const years = yearsUntil(financialYearOf(newest), sources);
  const year = years.find((each) => each === query.financialYear);
  const quarter = QUARTERS.find((each) => each === query.upTo);
  const financialYear = year ?? financialYearOf(newest);
  // A year that is over is reported whole.
  const upTo = quarter ?? (financialYear === financialYearOf(newest) ? quarterOf(newest) : 'Q4');
  const from = periodOf({ financialYear, quarter: 'Q1' })?.from ?? newest;
  const to = periodOf({ financialYear, quarter: upTo })?.to ?? newest;
  return {
    ...{ financialYear, upTo, years },
    title: `${TITLES[upTo]} ${financialYear}`,
    period: periodWords({ from, to }),
    problems: [
      ...(isAsked(query.financialYear) && year === undefined
        ? [{ says: `Financial year: the records speak of ${years.join(', ')}.` }]
        : []),
      ...(isAsked(query.upTo) && quarter === undefined
        ? [{ says: `Quarter: choose one of ${QUARTERS.join(', ')}.` }]
        : []),
    ],
  };
}

const isAsked = (given: unknown): boolean => given !== undefined && given !== '';

/** From the first year that any source speaks of; each has the two years before it that a report shows. */
function yearsUntil(newest: FinancialYear, sources: Reach['sources']): FinancialYear[] {
  const first = sources
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(0);
  const oldest = first === undefined ? newest : financialYearOf(toDay(first));
  const count = Number(newest.slice(0, 4)) - Number(oldest.slice(0, 4));
  return [...financialYearsBefore({ financialYear: newest, count: Math.max(count, 0) }), newest]
    .filter((year) =>
      financialYearsBefore({ financialYear: year, count: 2 }).every(
        (earlier) => parseFinancialYear(earlier) !== null,
      ),
    )
    .reverse();
}
