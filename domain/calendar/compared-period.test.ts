import fc from 'fast-check';
import { type Comparison, comparedPeriod } from './compared-period';
import { addDays, daysBetween, toDay } from './day';

const compared = (comparison: Comparison, from: string, to: string, asAt = '2030-01-01') =>
  comparedPeriod({ comparison, period: { from: toDay(from), to: toDay(to) }, asAt: toDay(asAt) });

describe('the period before', () => {
  it.each([
    ['2021-07-01', '2021-09-30', '2021-04-01', '2021-06-30'],
    ['2021-03-01', '2021-03-31', '2021-02-01', '2021-02-28'],
    ['2021-04-01', '2022-03-31', '2020-04-01', '2021-03-31'],
    ['2021-04-01', '2021-09-30', '2020-10-01', '2021-03-31'],
    ['2021-05-10', '2021-05-12', '2021-05-07', '2021-05-09'],
  ])('of %s to %s is %s to %s', (from, to, before, end) => {
    expect(compared('PREVIOUS_PERIOD', from, to)).toEqual({ from: before, to: end });
  });

  it('touches the period, and has as many days where those are no whole months', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(toDay('1960-01-02'), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 27 }), (from, length) => {
        const period = { from, to: addDays(from, length) };
        const before = compared('PREVIOUS_PERIOD', period.from, period.to, '2100-01-01');
        expect(before?.to).toBe(addDays(from, -1));
        if (length < 27) expect(before && daysBetween(before)).toBe(length);
      }),
    );
  });
});

describe('the same period of the year before', () => {
  it.each([
    ['2021-07-01', '2021-09-30', '2020-07-01', '2020-09-30'],
    ['2021-02-01', '2021-02-28', '2020-02-01', '2020-02-29'],
    ['2020-02-10', '2020-02-29', '2019-02-10', '2019-02-28'],
  ])('of %s to %s is %s to %s', (from, to, before, end) => {
    expect(compared('SAME_PERIOD_LAST_YEAR', from, to)).toEqual({ from: before, to: end });
  });
});

describe('a period that is not over', () => {
  it('is compared with as many days', () => {
    expect(compared('SAME_PERIOD_LAST_YEAR', '2021-07-01', '2021-09-30', '2021-08-14')).toEqual({
      ...{ from: '2020-07-01', to: '2020-08-14' },
    });
    expect(compared('PREVIOUS_PERIOD', '2021-07-01', '2021-09-30', '2021-07-01')).toEqual({
      ...{ from: '2021-04-01', to: '2021-04-01' },
    });
  });

  it('is compared with no more than the whole', () => {
    expect(compared('PREVIOUS_PERIOD', '2021-03-01', '2021-03-31', '2021-03-30')).toEqual({
      ...{ from: '2021-02-01', to: '2021-02-28' },
    });
  });

  it('has nothing to be compared with before it begins, or the calendar does', () => {
    expect(compared('PREVIOUS_PERIOD', '2021-07-01', '2021-09-30', '2021-06-30')).toBeNull();
    expect(compared('PREVIOUS_PERIOD', '1900-01-01', '1900-01-31')).toBeNull();
    expect(compared('PREVIOUS_PERIOD', '1900-01-03', '1900-01-06')).toBeNull();
    expect(compared('SAME_PERIOD_LAST_YEAR', '1900-01-03', '1900-01-06')).toBeNull();
  });
});
