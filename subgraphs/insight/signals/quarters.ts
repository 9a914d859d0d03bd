import { addDays, type Day } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  type Period,
  periodOf,
  type Quarter,
  quarterOf,
} from '../../../domain/calendar/financial-year';

/** A quarter of a financial year, with its days. */
export interface QuarterDays extends Period {
  readonly financialYear: FinancialYear;
  readonly quarter: Quarter;
}

/** The quarter that a day falls in. */
export function quarterAt(day: Day): QuarterDays {
  const [financialYear, quarter] = [financialYearOf(day), quarterOf(day)];
  const period = periodOf({ financialYear, quarter });
  if (period === null) throw new RangeError('A day of the calendar is in one of its quarters');
  return { ...period, financialYear, quarter };
}

/** The newest quarter that has ended by the end of a day. */
export function quarterEndedBy(day: Day): QuarterDays {
  const own = quarterAt(day);
  return own.to <= day ? own : quarterAt(addDays(own.from, -1));
}

/** So many quarters up to and with one, the oldest first. */
export function quartersBefore(last: QuarterDays, count: number): readonly QuarterDays[] {
  const quarters = [last];
  for (let first = last; quarters.length < count; quarters.unshift(first))
    first = quarterAt(addDays(first.from, -1));
  return quarters;
}
