import fc from 'fast-check';
import { addDays, toDay } from '../calendar/day';
import { periodKind, periodWords } from './periods';

describe('a period in words', () => {
  it.each([
    ['2021-09-01', '2021-09-30', 'MONTH', 'September 2021', 'Sep 2021'],
    ['2021-07-01', '2021-09-30', 'QUARTER', 'July to September 2021 (Q2 2021-22)', 'Q2 2021-22'],
    ['2022-01-01', '2022-03-31', 'QUARTER', 'January to March 2022 (Q4 2021-22)', 'Q4 2021-22'],
    [
      '2021-04-01',
      '2021-09-30',
      'QUARTERS',
      'April to September 2021 (Q1 to Q2 2021-22)',
      'Q1 to Q2 2021-22',
    ],
    [
      '2021-10-01',
      '2022-03-31',
      'QUARTERS',
      'October 2021 to March 2022 (Q3 to Q4 2021-22)',
      'Q3 to Q4 2021-22',
    ],
    ['2021-04-01', '2022-03-31', 'YEARS', '2021-22 (April 2021 to March 2022)', '2021-22'],
    [
      '2019-04-01',
      '2022-03-31',
      'YEARS',
      '2019-20 to 2021-22 (April 2019 to March 2022)',
      '2019-20 to 2021-22',
    ],
    ['2021-05-01', '2021-08-31', 'MONTHS', 'May to August 2021', 'May to Aug 2021'],
    ['2021-01-01', '2021-12-31', 'MONTHS', 'January to December 2021', 'Jan to Dec 2021'],
    ['2021-07-01', '2021-09-29', 'DAYS', '1 July to 29 September 2021', '1 Jul to 29 Sep 2021'],
    ['2021-09-02', '2021-09-30', 'DAYS', '2 to 30 September 2021', '2 to 30 Sep 2021'],
    ['2021-12-30', '2022-01-02', 'DAYS', '30 December 2021 to 2 January 2022', '30 Dec 2021 to 2 Jan 2022'],
    ['2021-09-30', '2021-09-30', 'DAYS', '30 September 2021', '30 Sep 2021'],
  ])('from %s to %s is of the kind %s: %s', (from, to, kind, words) => {
    expect(periodKind({ from, to })).toBe(kind);
    expect(periodWords({ from, to })).toBe(words);
  });

  it('is said by its days where it ends before it begins', () => {
    expect(periodWords({ from: '2021-09-01', to: '2021-08-31' })).toBe('1 September to 31 August 2021');
  });

  it('refuses what is no day', () => {
    expect(() => periodWords({ from: '2021-09-01', to: 'soon' })).toThrow(RangeError);
  });

  it('is never said with the same words as another', () => {
    const day = fc.nat(4000).map((count) => addDays(toDay('2015-01-01'), count));
    const period = fc.tuple(day, day).map((days) => {
      const [from, to] = days.sort();
      return { from: from ?? '', to: to ?? '' };
    });
    fc.assert(
      fc.property(period, period, (one, other) => {
        fc.pre(one.from !== other.from || one.to !== other.to);
        expect(periodWords(one)).not.toBe(periodWords(other));
      }),
    );
  });
});
