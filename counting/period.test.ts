import { toDay } from '../domain/calendar/day';
import type { RelativePeriod } from '../domain/calendar/relative-period';
import { rangesOf } from './day-set';
import { checkPeriod, type PeriodFilter } from './period';

const TODAY = toDay('2021-10-15');
const HORIZON = { from: toDay('1990-01-01'), to: toDay('2040-12-31') };
const days = (where: PeriodFilter) => rangesOf(checkPeriod(where, TODAY), HORIZON);
const refusal = (where: PeriodFilter): unknown => {
  try {
    return checkPeriod(where, TODAY);
  } catch (error) {
    return error;
  }
};

describe('periods by their names in a filter', () => {
  it.each<[RelativePeriod[], string[]]>([
    [['LAST_QUARTER'], ['2021-07-01 2021-09-30']],
    [['THIS_YEAR', 'LAST_YEAR'], ['2020-04-01 2022-03-31']],
    [
      ['LAST_YEAR', 'THIS_MONTH'],
      ['2020-04-01 2021-03-31', '2021-10-01 2021-10-31'],
    ],
    [['THIS_MONTH', 'THIS_QUARTER', 'THIS_MONTH'], ['2021-10-01 2021-12-31']],
  ])('%j are the days of all of them', (periods, expected) => {
    expect(days({ periods }).map(({ from, to }) => `${from} ${to}`)).toEqual(expected);
  });

  it('hold together with the other parts', () => {
    expect(days({ periods: ['THIS_YEAR'], quarters: ['Q2'], to: '2021-08-31' })).toEqual([
      { from: '2021-07-01', to: '2021-08-31' },
    ]);
    expect(days({ periods: ['LAST_YEAR'], financialYears: ['2020-21', '2021-22'] })).toEqual([
      { from: '2020-04-01', to: '2021-03-31' },
    ]);
  });

  it('do not narrow where they are left out', () => {
    expect(checkPeriod({ periods: null }, TODAY)).toEqual(checkPeriod({}, TODAY));
  });

  it.each([
    [{ periods: [] }, '`where.periods` is empty: leave it out for everything'],
    [{ financialYears: [] }, '`where.financialYears` is empty'],
    [{ quarters: [] }, '`where.quarters` is empty'],
    [{ periods: ['LAST_MONTH'], from: '2021-10-01' }, '(2021-09-01 to 2021-09-30) has no day in common'],
    [{ periods: ['THIS_QUARTER'], quarters: ['Q1'] }, 'has no day in common'],
    [{ periods: ['THIS_YEAR'], financialYears: ['2019-20'] }, 'has no day in common'],
  ] as const)('are refused where they can let nothing through: %j', (where, words) => {
    expect(refusal(where)).toMatchObject({
      message: expect.stringContaining(words),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
