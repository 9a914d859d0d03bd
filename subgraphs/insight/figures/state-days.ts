import { rangesOf } from '../../../counting/day-set';
import { type Day, monthOf } from '../../../domain/calendar/day';
import { financialYearOf, type Period, quarterOf } from '../../../domain/calendar/financial-year';
import { lastDayOfMonth, monthsOf } from '../../../domain/calendar/months';
import { keyOfRow, type Question, type SomeValues, TIME } from './question';
import type { Dimension } from './stage-dimensions';

/** A day on which the state is asked for, and the period of which it is the last, by the dimensions of time asked for. */
export interface StateDay {
  readonly day: Day;
  readonly period: SomeValues;
}

/**
 * The days of a question about how things stand: of each period by its dimensions of time the newest that is not after the
 * day as at which it is answered. Periods that end before `recordedFrom`, or begin after that day, have none.
 */
export function stateDays(
  { by, filter, asAt }: Pick<Question, 'by' | 'filter' | 'asAt'>,
  recordedFrom: Day,
): readonly StateDay[] {
  const asked = TIME.filter((dimension) => by.includes(dimension));
  const newest = new Map<string, StateDay>();
  for (const range of rangesOf(filter.days, { from: recordedFrom, to: asAt })) {
    const known = { from: later(range.from, recordedFrom), to: earlier(range.to, asAt) };
    if (known.from > known.to) continue;
    for (const part of asked.length === 0 ? [known] : monthsOf(known).map((month) => within(month, known))) {
      const period = valuesOf(part, asked);
      newest.set(keyOfRow(asked)(period), { day: part.to, period });
    }
  }
  return [...newest.values()];
}

const within = (month: Day, { from, to }: Period): Period => ({
  from: later(month, from),
  to: earlier(lastDayOfMonth(month), to),
});

function valuesOf({ from }: Period, asked: readonly Dimension[]): SomeValues {
  return {
    ...(asked.includes('FINANCIAL_YEAR') && { financialYear: financialYearOf(from) }),
    ...(asked.includes('QUARTER') && { quarter: quarterOf(from) }),
    ...(asked.includes('MONTH') && { month: monthOf(from) }),
  };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
