import fc from 'fast-check';
import { addDays, type Day, dayFromNumber, dayNumberOf, FIRST_DAY, LAST_DAY, toDay } from './day';
import {
  type FinancialYear,
  financialYearOf,
  financialYearsBefore,
  type Period,
  parseFinancialYear,
  periodOf,
  type Quarter,
  quarterOf,
} from './financial-year';

const QUARTERS: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];
const year = (text: string): FinancialYear => parseFinancialYear(text)!;
const recentDay = fc.integer({ min: 0, max: 60_000 }).map(dayFromNumber);

describe('financialYearOf and quarterOf', () => {
  it.each([
    ['2021-03-31', '2020-21', 'Q4'],
    ['2021-04-01', '2021-22', 'Q1'],
    ['2021-06-30', '2021-22', 'Q1'],
    ['2021-07-01', '2021-22', 'Q2'],
    ['2021-09-30', '2021-22', 'Q2'],
    ['2021-10-01', '2021-22', 'Q3'],
    ['2021-12-31', '2021-22', 'Q3'],
    ['2022-01-01', '2021-22', 'Q4'],
    ['2000-03-31', '1999-00', 'Q4'],
    ['2000-04-01', '2000-01', 'Q1'],
    ['1900-01-01', '1899-00', 'Q4'],
    ['9999-12-31', '9999-00', 'Q3'],
  ])('%s falls in %s %s', (day, financialYear, quarter) => {
    expect(financialYearOf(toDay(day))).toBe(financialYear);
    expect(quarterOf(toDay(day))).toBe(quarter);
  });

  it('put every day into exactly one quarter of exactly one year', () => {
    const holds = (period: Period | null, day: Day) =>
      period !== null && period.from <= day && day <= period.to;
    fc.assert(
      fc.property(recentDay, (day) => {
        const financialYear = financialYearOf(day);
        const before = financialYearsBefore({ financialYear, count: 1 });
        const nearby = [...before, financialYear, financialYearOf(addDays(day, 366))];
        expect(nearby.filter((candidate) => holds(periodOf({ financialYear: candidate }), day))).toEqual([
          financialYear,
        ]);
        const quarters = QUARTERS.filter((quarter) => holds(periodOf({ financialYear, quarter }), day));
        expect(quarters).toEqual([quarterOf(day)]);
      }),
    );
  });
});

describe('periodOf', () => {
  it('gives a whole year, and its quarters end to end', () => {
    expect(periodOf({ financialYear: year('2021-22') })).toEqual({ from: '2021-04-01', to: '2022-03-31' });
    const quarters = QUARTERS.map((quarter) => periodOf({ financialYear: year('2021-22'), quarter }));
    expect(quarters).toEqual([
      { from: '2021-04-01', to: '2021-06-30' },
      { from: '2021-07-01', to: '2021-09-30' },
      { from: '2021-10-01', to: '2021-12-31' },
      { from: '2022-01-01', to: '2022-03-31' },
    ]);
  });

  it('gives of the years that the calendar cuts in two what it has of them', () => {
    const first = financialYearOf(FIRST_DAY);
    const last = financialYearOf(LAST_DAY);
    expect(periodOf({ financialYear: first })).toEqual({ from: '1900-01-01', to: '1900-03-31' });
    expect(periodOf({ financialYear: last })).toEqual({ from: '9999-04-01', to: '9999-12-31' });
    expect(QUARTERS.map((quarter) => periodOf({ financialYear: first, quarter }))).toEqual([
      ...[null, null, null],
      { from: '1900-01-01', to: '1900-03-31' },
    ]);
    expect(periodOf({ financialYear: last, quarter: 'Q4' })).toBeNull();
  });

  it('gives none of a year that is wholly outside', () => {
    const [before] = financialYearsBefore({ financialYear: year('1900-01'), count: 2 });
    expect(before).toBe('1898-99');
    expect(before && periodOf({ financialYear: before })).toBeNull();
  });

  it('holds every day of the calendar in its year and quarter', () => {
    const anyDay = fc.integer({ min: dayNumberOf(FIRST_DAY), max: dayNumberOf(LAST_DAY) }).map(dayFromNumber);
    fc.assert(
      fc.property(fc.oneof(anyDay, fc.constantFrom(FIRST_DAY, LAST_DAY)), (day) => {
        for (const quarter of [undefined, quarterOf(day)]) {
          const part = periodOf({ financialYear: financialYearOf(day), ...(quarter && { quarter }) });
          expect(part !== null && part.from <= day && day <= part.to).toBe(true);
        }
      }),
    );
  });
});

describe('parseFinancialYear', () => {
  it.each(['2021-22', '1999-00', '2009-10', '1900-01', '9998-99'])('reads %s', (text) => {
    expect(parseFinancialYear(text)).toBe(text);
  });

  it.each([
    '2021-23',
    '2021-21',
    '2021-2022',
    '21-22',
    '2021/22',
    '2021',
    ' 2021-22',
    '2021-22 ',
    '',
    '1899-00',
    '9999-00',
    '0204-05',
  ])('refuses "%s"', (text) => {
    expect(parseFinancialYear(text)).toBeNull();
  });

  it('reads back whatever a day’s year is written as', () => {
    fc.assert(
      fc.property(recentDay, (day) =>
        expect(parseFinancialYear(financialYearOf(day))).toBe(financialYearOf(day)),
      ),
    );
  });
});

describe('financialYearsBefore', () => {
  it('lists them with the oldest first, over the turn of a century too', () => {
    expect(financialYearsBefore({ financialYear: year('2021-22'), count: 2 })).toEqual([
      '2019-20',
      '2020-21',
    ]);
    expect(financialYearsBefore({ financialYear: year('2000-01'), count: 2 })).toEqual([
      '1998-99',
      '1999-00',
    ]);
    expect(financialYearsBefore({ financialYear: year('2021-22'), count: 0 })).toEqual([]);
  });
});
