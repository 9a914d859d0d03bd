import {
  addDays,
  type Day,
  dayOf,
  dayOfMonthOf,
  daysBetween,
  daysInMonth,
  FIRST_DAY,
  monthNumberOf,
  yearOf,
} from './day';
import type { Period } from './financial-year';
import { lastDayOfMonth } from './months';

/** With what a period is compared. */
export type Comparison = 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR';

/**
 * The period that another is compared with, like for like. Whole months are compared with as many whole months, other days
 * with as many days. Of a period that goes on past `asAt` as many days are compared as it has had by then. Null where the
 * calendar does not reach, and where the period has not begun.
 */
export function comparedPeriod({
  comparison,
  period,
  asAt,
}: {
  readonly comparison: Comparison;
  readonly period: Period;
  readonly asAt: Day;
}): Period | null {
  if (period.from > asAt) return null;
  const whole = comparison === 'PREVIOUS_PERIOD' ? periodBefore(period) : yearBefore(period);
  if (whole === null || period.to <= asAt) return whole;
  const to = addDays(whole.from, daysBetween({ from: period.from, to: asAt }));
  return { from: whole.from, to: to < whole.to ? to : whole.to };
}

function periodBefore(period: Period): Period | null {
  const months = wholeMonths(period);
  if (months !== null) return monthsEarlier(period, months);
  const days = daysBetween(period) + 1;
  if (daysBetween({ from: FIRST_DAY, to: period.from }) < days) return null;
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) };
}

function yearBefore(period: Period): Period | null {
  if (wholeMonths(period) !== null) return monthsEarlier(period, 12);
  const [from, to] = [yearEarlier(period.from), yearEarlier(period.to)];
  return from && to && { from, to };
}

/** How many whole calendar months a period is; null where it is not. */
function wholeMonths({ from, to }: Period): number | null {
  if (dayOfMonthOf(from) !== 1 || lastDayOfMonth(to) !== to) return null;
  return monthsSinceYearZero(to) - monthsSinceYearZero(from) + 1;
}

function monthsEarlier({ from, to }: Period, count: number): Period | null {
  const [first, last] = [
    firstOfMonth(monthsSinceYearZero(from) - count),
    firstOfMonth(monthsSinceYearZero(to) - count),
  ];
  return first && last && { from: first, to: lastDayOfMonth(last) };
}

const monthsSinceYearZero = (day: Day): number => yearOf(day) * 12 + monthNumberOf(day) - 1;

const firstOfMonth = (months: number): Day | null =>
  dayOf({ year: Math.floor(months / 12), month: (months % 12) + 1, dayOfMonth: 1 });

/** The same date a year before; of 29 February the day before. */
function yearEarlier(day: Day): Day | null {
  const [year, month] = [yearOf(day) - 1, monthNumberOf(day)];
  return dayOf({ year, month, dayOfMonth: Math.min(dayOfMonthOf(day), daysInMonth({ year, month })) });
}
