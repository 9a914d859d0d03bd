import { addDays, type Day, monthOf } from './day';
import { financialYearOf, type Period, periodOf, quarterOf } from './financial-year';
import { lastDayOfMonth } from './months';

type Unit = 'MONTH' | 'QUARTER' | 'YEAR';

/** A period by its name, as it is told from a day. */
export type RelativePeriod = `${'THIS' | 'LAST'}_${Unit}`;

const CONTAINING: Readonly<Record<Unit, (day: Day) => Period | null>> = {
  MONTH: (day) => ({ from: monthOf(day), to: lastDayOfMonth(day) }),
  QUARTER: (day) => periodOf({ financialYear: financialYearOf(day), quarter: quarterOf(day) }),
  YEAR: (day) => periodOf({ financialYear: financialYearOf(day) }),
};

const UNITS: Readonly<Record<RelativePeriod, readonly ['THIS' | 'LAST', Unit]>> = {
  THIS_MONTH: ['THIS', 'MONTH'],
  LAST_MONTH: ['LAST', 'MONTH'],
  THIS_QUARTER: ['THIS', 'QUARTER'],
  LAST_QUARTER: ['LAST', 'QUARTER'],
  THIS_YEAR: ['THIS', 'YEAR'],
  LAST_YEAR: ['LAST', 'YEAR'],
};

/**
 * The days that the name of a period means on a day: the whole month, quarter or financial year that the day is in, or the
 * one before it. Throws a RangeError where the calendar (1900 to 9999) does not reach.
 */
export function relativePeriod({ period, today }: { period: RelativePeriod; today: Day }): Period {
  const [which, unit] = UNITS[period];
  const present = CONTAINING[unit](today);
  const meant = which === 'THIS' ? present : present && CONTAINING[unit](addDays(present.from, -1));
  if (meant === null) throw new RangeError(`The calendar has no ${period} on ${today}.`);
  return meant;
}
