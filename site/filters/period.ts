import { addDays, type Day, toDay } from '../../domain/calendar/day';
import {
  financialYearOf,
  financialYearsBefore,
  parseFinancialYear,
  periodOf,
  type Quarter,
  quarterOf,
} from '../../domain/calendar/financial-year';
import { dayWords } from '../../domain/figures/days';
import { periodWords } from '../../domain/figures/periods';
import { type Filter, QUARTERS } from './parts';

/** How many years a trend shows. */
const TREND_YEARS = 3;

/** The time that a page is about. */
export interface PagePeriod {
  /** The filter with a time: the one it has, else the newest quarter that the records reach. Links carry it. */
  readonly filter: Filter;
  /** The same as the graph takes it: without the day as at which figures stand. */
  readonly where: Omit<Filter, 'asAt'>;
  /** The day that the filter names for figures to stand as at; null where it names none. */
  readonly askedAsAt: string | null;
  /** The day as at which figures stand. */
  readonly asAt: string;
  /** Whether the filter named no time. */
  readonly isNewest: boolean;
  /** The financial year at its end, and the years that a trend shows: they end with it. */
  readonly year: string;
  readonly yearBefore: string;
  readonly years: readonly string[];
  /** Its last day, or the newest that the records reach, whichever is earlier. */
  readonly endsOn: string;
  /** The quarters of the year up to its end, to compare with those of the year before. */
  readonly quartersSoFar: readonly Quarter[];
  /** In words, such as "July to September 2021 (Q2 2021-22)". */
  readonly label: string;
  /** Whether it has one first and one last day, and has begun, so that it can be compared with another. */
  readonly isOnePeriod: boolean;
}

/** The time of a filter, as at the day that it names, else the newest that the records reach. */
export function periodOfPage(filter: Filter, reachesTo: string): PagePeriod {
  const newest = toDay(filter.asAt ?? reachesTo);
  const isNewest = !hasTime(filter);
  const timed: Filter = isNewest
    ? { ...filter, financialYears: [financialYearOf(newest)], quarters: [quarterOf(newest)] }
    : filter;
  const { asAt, ...where } = timed;
  const lastDay = lastDayOf(timed) ?? newest;
  const endsOn = lastDay < newest ? lastDay : newest;
  const year = financialYearOf(endsOn);
  const before = financialYearsBefore({ financialYear: year, count: TREND_YEARS - 1 });
  return {
    filter: timed,
    where,
    askedAsAt: asAt ?? null,
    asAt: newest,
    isNewest,
    year,
    yearBefore: before.at(-1) ?? year,
    years: [...before, year],
    endsOn,
    quartersSoFar: QUARTERS.filter((quarter) => quarter <= quarterOf(endsOn)),
    label: labelOf(timed),
    isOnePeriod: isOnePeriod(timed) && hasBegun(timed, newest),
  };
}

const hasTime = ({ financialYears, quarters, from, to }: Filter): boolean =>
  Boolean(financialYears?.length || quarters?.length || from || to);

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The years of a filter, each whole or in its quarters, in order. */
function spansOf({ financialYears, quarters }: Filter): Span[] {
  return (financialYears ?? []).flatMap((text) => {
    const financialYear = parseFinancialYear(text);
    if (financialYear === null) return [];
    const parts: { quarter?: Quarter }[] = quarters?.length ? quarters.map((quarter) => ({ quarter })) : [{}];
    return parts.flatMap((part) => periodOf({ financialYear, ...part }) ?? []);
  });
}

/** Null where the filter leaves its end open. */
function lastDayOf(filter: Filter): Day | null {
  const last = spansOf(filter)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (!filter.to) return last ?? null;
  const to = toDay(filter.to);
  return last !== undefined && last < to ? last : to;
}

/** Whether the spans follow each other without a gap. Quarters of no year are of all of them. */
function isOnePeriod(filter: Filter): boolean {
  if (filter.quarters?.length && !filter.financialYears?.length) return false;
  const spans = spansOf(filter).sort((one, other) => (one.from < other.from ? -1 : 1));
  if (spans.length === 0) return Boolean(filter.from && filter.to);
  return spans.every((span, index) => index === 0 || follows(span, spans[index - 1]));
}

/** Whether the records reach its first day. */
const hasBegun = (filter: Filter, newest: Day): boolean => (wholeOf(filter)?.from ?? newest) <= newest;

const follows = (span: Span, before: Span | undefined): boolean =>
  before !== undefined && addDays(before.to, 1) === span.from;

/** In words: one period by its name, else the years and quarters, else the days. */
function labelOf(filter: Filter): string {
  const { financialYears = [], quarters = [], from, to } = filter;
  const whole = isOnePeriod(filter) ? wholeOf(filter) : null;
  const named = whole === null ? [quarters.join(', '), financialYears.join(', ')] : [periodWords(whole)];
  const days =
    whole !== null && financialYears.length === 0
      ? []
      : [from && `from ${dayWords(from)}`, to && `to ${dayWords(to)}`];
  return [...named, ...days].filter(Boolean).join(', ');
}

function wholeOf(filter: Filter): { from: string; to: string } | null {
  const spans = spansOf(filter);
  const [first] = spans.map(({ from }) => from).sort();
  const last = spans
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first !== undefined && last !== undefined) return { from: first, to: last };
  return filter.from && filter.to ? { from: filter.from, to: filter.to } : null;
}
