/** Days from the first to the last, both among them. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Three financial years, the newest of them, and the one before it. */
export const THREE_YEARS: Days = { from: '2018-04-01', to: '2021-03-31' };
export const LAST_YEAR: Days = { from: '2020-04-01', to: '2021-03-31' };
export const YEAR_BEFORE: Days = { from: '2019-04-01', to: '2020-03-31' };

/** A day within a month in the past at which a state is asked for. */
export const PAST_DAY = '2020-09-15';
