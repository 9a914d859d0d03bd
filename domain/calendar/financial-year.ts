import { type Day, dayOf, FIRST_DAY, isDay, LAST_DAY, monthNumberOf, yearOf } from './day';

declare const brand: unique symbol;

/** A financial year of an English council, 1 April to 31 March, written `2021-22`. */
export type FinancialYear = string & { readonly [brand]: 'FinancialYear' };

/** A quarter of the financial year: Q1 is April to June. */
export type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4';

/** From one day to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const SHAPE = /^(\d{4})-(\d{2})$/;
const APRIL = 4;
const QUARTERS: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];
// The first and last day of each part of the year; only the last quarter falls in the year's second calendar year.
const BOUNDS = {
  Q1: { from: '04-01', to: '06-30', yearsOn: 0 },
  Q2: { from: '07-01', to: '09-30', yearsOn: 0 },
  Q3: { from: '10-01', to: '12-31', yearsOn: 0 },
  Q4: { from: '01-01', to: '03-31', yearsOn: 1 },
} as const;

/** Whether the text names two years that follow each other, whatever years they are. */
function isFinancialYear(text: string): text is FinancialYear {
  const parts = SHAPE.exec(text);
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2]);
}

function financialYearFrom(firstYear: number): FinancialYear {
  const text = `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')}`;
  if (isFinancialYear(text)) return text;
  throw new RangeError('Not a financial year: its first year has four digits.');
}

/** The financial year that a day falls in. */
export function financialYearOf(day: Day): FinancialYear {
  return financialYearFrom(monthNumberOf(day) < APRIL ? yearOf(day) - 1 : yearOf(day));
}

/** The text as a financial year; null unless it is `YYYY-YY` with two years that follow each other, from 1900 on. */
export function parseFinancialYear(text: string): FinancialYear | null {
  if (!isFinancialYear(text)) return null;
  const firstYear = Number(text.slice(0, 4));
  const begins = dayOf({ year: firstYear, month: 4, dayOfMonth: 1 }) !== null;
  const ends = dayOf({ year: firstYear + 1, month: 3, dayOfMonth: 31 }) !== null;
  return begins && ends ? text : null;
}

/** The quarter of the financial year that a day falls in. */
export function quarterOf(day: Day): Quarter {
  const monthsSinceApril = (monthNumberOf(day) + 12 - APRIL) % 12;
  return QUARTERS[Math.floor(monthsSinceApril / 3)] ?? 'Q4';
}

/**
 * The days of a financial year, or of one of its quarters, as far as the calendar has them: of the two years at its
 * edges (from 1899 and from 9999), which `parseFinancialYear` refuses, a part. Null where it has none of them.
 */
export function periodOf(part: {
  readonly financialYear: FinancialYear;
  readonly quarter?: Quarter;
}): Period | null {
  const firstYear = Number(part.financialYear.slice(0, 4));
  const first = BOUNDS[part.quarter ?? 'Q1'];
  const last = BOUNDS[part.quarter ?? 'Q4'];
  const [firstOn, lastOn] = [firstYear + first.yearsOn, firstYear + last.yearsOn];
  if (lastOn < yearOf(FIRST_DAY) || firstOn > yearOf(LAST_DAY)) return null;
  return {
    from: dayIn(firstOn, first.from) ?? FIRST_DAY,
    to: dayIn(lastOn, last.to) ?? LAST_DAY,
  };
}

/** The day written `MM-DD` of a year; null outside the calendar. */
function dayIn(year: number, monthAndDay: string): Day | null {
  const text = `${year}-${monthAndDay}`;
  return isDay(text) ? text : null;
}

/** The `count` financial years before this one, the oldest first. */
export function financialYearsBefore(years: {
  readonly financialYear: FinancialYear;
  readonly count: number;
}): readonly FinancialYear[] {
  const firstYear = Number(years.financialYear.slice(0, 4));
  return Array.from({ length: years.count }, (_, index) =>
    financialYearFrom(firstYear - years.count + index),
  );
}
