import type { PagePeriod } from '../../filters/period';

/** What figures of a page are compared with; null where its time is no one period, which nothing can stand beside. */
export const comparedPeriods = ({ isOnePeriod }: Pick<PagePeriod, 'isOnePeriod'>) =>
  isOnePeriod ? (['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD'] as const) : null;
