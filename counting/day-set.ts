import { addDays, type Day, FIRST_DAY, LAST_DAY, yearOf } from '../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  type Period,
  parseFinancialYear,
  periodOf,
  type Quarter,
} from '../domain/calendar/financial-year';

/** Some days, as the conditions that hold of each of them; a condition that is null holds of every day. */
export interface DaySet {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly financialYears: readonly FinancialYear[] | null;
  readonly quarters: readonly Quarter[] | null;
  /** Within one of these, none touching the next; left out where it does not matter. */
  readonly ranges?: readonly Period[];
}

export const EVERY_DAY: DaySet = { from: null, to: null, financialYears: null, quarters: null };

/** Whether nothing is asked of the days: then "the period is all that is recorded". */
export function isEveryDay({ from, to, financialYears, quarters, ranges }: DaySet): boolean {
  const isNarrowed = [from, to, financialYears, quarters].some((part) => part !== null);
  return !isNarrowed && ranges === undefined;
}

/** The days that are in both sets. */
export function commonDays(one: DaySet, other: DaySet): DaySet {
  return {
    from: later(one.from, other.from),
    to: earlier(one.to, other.to),
    financialYears: common(one.financialYears, other.financialYears),
    quarters: common(one.quarters, other.quarters),
    ...commonRanges(one.ranges, other.ranges),
  };
}

/**
 * The set as ranges of days, in order, none touching the next. Where the set has no end it ends with `horizon`;
 * the set's own ends, ranges and years count even outside of it.
 */
export function rangesOf(days: DaySet, horizon: Period): readonly Period[] {
  const { ranges } = days;
  if (ranges === undefined) return conditionedRanges(days, horizon);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return [];
  return overlapping(conditionedRanges(days, { from: first.from, to: last.to }), ranges);
}

/** The days that hold all conditions but that of the ranges. */
function conditionedRanges(days: DaySet, horizon: Period): readonly Period[] {
  const bounds = { from: days.from ?? horizon.from, to: days.to ?? horizon.to };
  if (days.financialYears === null && days.quarters === null) return bounds.from <= bounds.to ? [bounds] : [];
  const years = days.financialYears ?? financialYearsOf(bounds);
  const parts = [...new Set(years)].sort().flatMap((year) => partsOf(year, days.quarters));
  const asked = { from: days.from ?? FIRST_DAY, to: days.to ?? LAST_DAY };
  return joined(overlapping(parts, [asked]));
}

/** What each of one kind of ranges has in common with each of another. */
function overlapping(some: readonly Period[], others: readonly Period[]): readonly Period[] {
  return some
    .flatMap((one) =>
      others.map((other) => ({ from: later(one.from, other.from), to: earlier(one.to, other.to) })),
    )
    .filter(({ from, to }) => from <= to);
}

function commonRanges(
  one: readonly Period[] | undefined,
  other: readonly Period[] | undefined,
): Pick<DaySet, 'ranges'> {
  if (one !== undefined && other !== undefined) return { ranges: overlapping(one, other) };
  const ranges = one ?? other;
  return ranges === undefined ? {} : { ranges };
}

/** Ranges joined where one overlaps or touches another, in order. */
export function joined(ranges: readonly Period[]): readonly Period[] {
  const inOrder = [...ranges].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const result: Period[] = [];
  for (const range of inOrder) {
    const last = result.at(-1);
    if (last && touches(last, range))
      result[result.length - 1] = { from: last.from, to: later(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/** The financial years that a range of days touches, the first and the last perhaps only in part. */
export function financialYearsOf({ from, to }: Period): readonly FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) {
    const financialYear = parseFinancialYear(`${year}-${String((year + 1) % 100).padStart(2, '0')}`);
    if (financialYear === null) continue;
    if (financialYear >= financialYearOf(from) && financialYear <= financialYearOf(to))
      years.push(financialYear);
  }
  return years;
}

function partsOf(financialYear: FinancialYear, quarters: readonly Quarter[] | null): readonly Period[] {
  const parts =
    quarters === null
      ? [periodOf({ financialYear })]
      : [...new Set(quarters)].map((quarter) => periodOf({ financialYear, quarter }));
  return parts.filter((part) => part !== null);
}

const touches = (before: Period, next: Period): boolean =>
  next.from <= before.to || next.from === dayAfter(before.to);

const dayAfter = (day: Day): Day => (day === LAST_DAY ? day : addDays(day, 1));

function later(one: Day, other: Day): Day;
function later(one: Day | null, other: Day | null): Day | null;
function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earlier(one: Day, other: Day): Day;
function earlier(one: Day | null, other: Day | null): Day | null;
function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function common<Value>(
  one: readonly Value[] | null,
  other: readonly Value[] | null,
): readonly Value[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((value) => other.includes(value));
}
