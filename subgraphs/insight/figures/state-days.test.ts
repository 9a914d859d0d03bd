import { EVERY_DAY } from '../../../counting/day-set';
import { toDay } from '../../../domain/calendar/day';
import type { CheckedFilter } from './filter';
import type { Dimension } from './stage-dimensions';
import { stateDays } from './state-days';

const days = (by: readonly Dimension[], given: Partial<CheckedFilter['days']> = {}, asAt = '2021-09-30') =>
  stateDays(
    {
      by,
      filter: { streams: null, stages: null, services: null, days: { ...EVERY_DAY, ...given } },
      asAt: toDay(asAt),
    },
    toDay('2021-06-10'),
  ).map(({ day, period }) => [day, ...Object.values(period)]);

describe('the days on which what waits is told', () => {
  it('are the day as at which figures stand, without a period', () => {
    expect(days([])).toEqual([['2021-09-30']]);
    expect(days(['SERVICE'], {}, '2021-08-15')).toEqual([['2021-08-15']]);
  });

  it('are the end of the filter, where that comes before', () => {
    expect(days([], { to: toDay('2021-07-31') })).toEqual([['2021-07-31']]);
    expect(days([], { quarters: ['Q1'] })).toEqual([['2021-06-30']]);
  });

  it('are the end of each month that the records know, as far as it has come', () => {
    expect(days(['MONTH'], {}, '2021-08-15')).toEqual([
      ['2021-06-30', '2021-06-01'],
      ['2021-07-31', '2021-07-01'],
      ['2021-08-15', '2021-08-01'],
    ]);
  });

  it('are the newest of periods that come again', () => {
    expect(days(['QUARTER'], {}, '2022-08-15')).toEqual([
      ['2022-06-30', 'Q1'],
      ['2022-08-15', 'Q2'],
      ['2021-12-31', 'Q3'],
      ['2022-03-31', 'Q4'],
    ]);
    expect(days(['FINANCIAL_YEAR', 'STREAM'], {}, '2022-08-15')).toEqual([
      ['2022-03-31', '2021-22'],
      ['2022-08-15', '2022-23'],
    ]);
  });

  it('are none of what is before the records, or after the day', () => {
    expect(days([], { to: toDay('2021-06-09') })).toEqual([]);
    expect(days(['MONTH'], { from: toDay('2021-10-01') })).toEqual([]);
  });
});
