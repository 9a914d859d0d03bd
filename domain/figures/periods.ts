import { toDay } from '../calendar/day';
import { financialYearOf, quarterOf } from '../calendar/financial-year';
import { lastDayOfMonth } from '../calendar/months';
import { dayParts, dayWords } from './days';

/** From one ISO day to another, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What kind of period the days are; `YEARS` is one financial year or more, `MONTHS` two whole months or more. */
export type PeriodKind = 'MONTH' | 'QUARTER' | 'QUARTERS' | 'YEARS' | 'MONTHS' | 'DAYS';

/** What kind of period these days are. Throws a RangeError where they are no days. */
export function periodKind({ from, to }: Days): PeriodKind {
  const [first, last] = [toDay(from), toDay(to)];
  if (!from.endsWith('-01') || lastDayOfMonth(last) !== last || to < from) return 'DAYS';
  const months = monthNumber(to) - monthNumber(from) + 1;
  if (months === 1) return 'MONTH';
  if (startsQuarter(from) && endsQuarter(to)) {
    if (months % 12 === 0 && quarterOf(first) === 'Q1') return 'YEARS';
    if (months === 3) return 'QUARTER';
    if (financialYearOf(first) === financialYearOf(last)) return 'QUARTERS';
  }
  return 'MONTHS';
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const startsQuarter = (day: string): boolean => monthNumber(day) % 3 === 1;
const endsQuarter = (day: string): boolean => monthNumber(day) % 3 === 0;

/**
 * A period in words: "September 2021", "July to September 2021 (Q2 2021-22)", "April to September 2021 (Q1 to Q2
 * 2021-22)", "2021-22 (April 2021 to March 2022)", else the days from and to. Throws a RangeError where it has no days.
 */
export function periodWords(days: Days): string {
  const kind = periodKind(days);
  if (kind === 'DAYS') return daysWords(days);
  if (kind === 'YEARS') return `${yearNames(days)} (${monthsWords(days)})`;
  if (kind === 'QUARTER' || kind === 'QUARTERS') return `${monthsWords(days)} (${quarterNames(days)})`;
  return monthsWords(days);
}

function yearNames({ from, to }: Days): string {
  const [first, last] = [financialYearOf(toDay(from)), financialYearOf(toDay(to))];
  return first === last ? first : `${first} to ${last}`;
}

function quarterNames({ from, to }: Days): string {
  const [first, last] = [quarterOf(toDay(from)), quarterOf(toDay(to))];
  const quarters = first === last ? first : `${first} to ${last}`;
  return `${quarters} ${financialYearOf(toDay(from))}`;
}

function monthsWords({ from, to }: Days): string {
  const [first, last] = [dayParts(from), dayParts(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${last.month} ${last.year}`;
  const begins = first.year === last.year ? first.month : `${first.month} ${first.year}`;
  return `${begins} to ${last.month} ${last.year}`;
}

function daysWords({ from, to }: Days): string {
  if (from === to) return dayWords(from);
  const [first, last] = [dayParts(from), dayParts(to)];
  if (first.year !== last.year) return `${dayWords(from)} to ${dayWords(to)}`;
  const begins = first.month === last.month ? first.dayOfMonth : `${first.dayOfMonth} ${first.month}`;
  return `${begins} to ${dayWords(to)}`;
}
