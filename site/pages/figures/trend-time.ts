import { toDay } from '../../../domain/calendar/day';
import { financialYearOf, periodOf, quarterOf } from '../../../domain/calendar/financial-year';
import { type Filter, filterModel } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import { type QuarterName, quartersUpTo } from './quarters';

/** What trends are drawn over. */
export interface TrendTime {
  readonly quarters: readonly QuarterName[];
  readonly isLastPartial: boolean;
  /** What the whole page is narrowed to, without its time. */
  readonly filter: Filter;
}

/** The quarters of a trend end with that of the page; the last is partial where the records end within it. */
export function trendTime(period: PagePeriod): TrendTime {
  const endsOn = toDay(period.endsOn);
  const last = { financialYear: financialYearOf(endsOn), quarter: quarterOf(endsOn) };
  const lastDay = periodOf(last)?.to ?? endsOn;
  return {
    quarters: quartersUpTo(period.years, last),
    isLastPartial: period.asAt < lastDay,
    filter: withoutTime(period.filter),
  };
}

/** What the whole page is narrowed to, without its time. */
export const withoutTime = (filter: Filter): Filter => timelessModel.parse(filter);

const timelessModel = filterModel.omit({ financialYears: true, quarters: true, from: true, to: true });
