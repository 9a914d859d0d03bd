import { type Day, isDay } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  parseFinancialYear,
  periodOf,
  type Quarter,
} from '../../../domain/calendar/financial-year';
import { badUserInput } from '../../../platform/server/errors';

/** The filter of `calls`, as it comes. A part that is null does not narrow; an empty one lets nothing through. */
export interface CallFilter {
  readonly financialYears?: readonly string[] | null | undefined;
  readonly quarters?: readonly Quarter[] | null | undefined;
  /** The schema's scalar Date lets anything through: it is checked here. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Which days are counted: the outer ends, which an index answers, and what else has to hold of each day. */
export interface CheckedDays {
  readonly from: Day | null;
  readonly to: Day | null;
  /** The calendar years in which the financial years begin. */
  readonly firstYears: readonly number[] | null;
  /** Of the calendar year: January to March is 1. */
  readonly calendarQuarters: readonly number[] | null;
}

/** Checks a filter of calls. Throws BAD_USER_INPUT that names the part, with how to write it. */
export function checkFilter(where: CallFilter | null | undefined): CheckedDays {
  const from = checkDay('where.from', where?.from);
  const to = checkDay('where.to', where?.to);
  if (from !== null && to !== null && from > to)
    throw badUserInput('`where.from` is after `where.to`: give the earlier day first.');
  const years = where?.financialYears?.map(checkFinancialYear) ?? null;
  return {
    ...withinYears({ from, to }, years ?? []),
    firstYears: years?.map((year) => Number(year.slice(0, 4))) ?? null,
    // The financial year's Q1 is the calendar's second quarter.
    calendarQuarters: where?.quarters?.map((quarter) => (Number(quarter.slice(1)) % 4) + 1) ?? null,
  };
}

/** Ends that are not given are the ends of the years, so that an index finds where to begin and to stop. */
function withinYears(
  { from, to }: Pick<CheckedDays, 'from' | 'to'>,
  years: readonly FinancialYear[],
): Pick<CheckedDays, 'from' | 'to'> {
  const inOrder = [...years].sort();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  return {
    from: from ?? (first === undefined ? null : periodOf({ financialYear: first }).from),
    to: to ?? (last === undefined ? null : periodOf({ financialYear: last }).to),
  };
}

function checkDay(argument: string, text: unknown): Day | null {
  if (text === null || text === undefined) return null;
  if (typeof text === 'string' && isDay(text)) return text;
  throw badUserInput(
    `\`${argument}\` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.`,
  );
}

const LONGEST_ECHO = 60;

function checkFinancialYear(text: string): FinancialYear {
  const year = parseFinancialYear(text);
  if (year !== null) return year;
  const echo = JSON.stringify(text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text);
  throw badUserInput(
    `\`where.financialYears\` holds ${echo}, which is no financial year: write it like 2021-22, two years that follow each other.`,
  );
}
