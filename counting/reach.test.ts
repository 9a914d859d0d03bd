import fc from 'fast-check';
import { addDays, type Day, toDay } from '../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  parseFinancialYear,
  type Quarter,
  quarterOf,
} from '../domain/calendar/financial-year';
import { type DaySet, EVERY_DAY } from './day-set';
import { goesOnPast, isReached, partlyReached, type Reach } from './reach';

const reach = (from: string | null, to: string | null): Reach => ({
  from: from === null ? null : toDay(from),
  to: to === null ? null : toDay(to),
});
const between = (from: string, to: string): DaySet => ({ ...EVERY_DAY, from: toDay(from), to: toDay(to) });

const REACHES = new Map([
  ['CORPORATE', reach('2020-04-01', '2021-09-30')],
  ['SCHOOLS', reach('2021-04-01', '2021-08-20')],
]);
const BOTH = ['CORPORATE', 'SCHOOLS'];

describe('days that records speak of', () => {
  it('are reached from the first to the newest, by any of those asked about', () => {
    const corporate = (from: string, to: string) => isReached(between(from, to), ['CORPORATE'], REACHES);
    expect(corporate('2019-04-01', '2020-03-31')).toBe(false);
    expect(corporate('2019-04-01', '2020-04-01')).toBe(true);
    expect(corporate('2021-09-30', '2022-03-31')).toBe(true);
    expect(corporate('2021-10-01', '2022-03-31')).toBe(false);
    expect(isReached(between('2021-09-01', '2021-09-30'), BOTH, REACHES)).toBe(true);
    expect(isReached(EVERY_DAY, ['CALLS'], REACHES)).toBe(false);
  });

  it('are partly reached where they go on past the newest, or one of many says nothing', () => {
    expect(partlyReached(between('2021-08-01', '2021-09-30'), BOTH, REACHES)).toEqual(['SCHOOLS']);
    expect(partlyReached(between('2021-09-01', '2021-10-01'), BOTH, REACHES)).toEqual(BOTH);
    expect(partlyReached(between('2021-10-01', '2021-10-02'), BOTH, REACHES)).toEqual([]);
    expect(partlyReached(between('2021-08-01', '2021-08-02'), [...BOTH, 'ADULTS'], REACHES)).toEqual([
      'ADULTS',
    ]);
    expect(partlyReached(EVERY_DAY, BOTH, REACHES)).toEqual([]);
  });

  it('are none in a gap between two systems, and part of them around it', () => {
    const gap = { from: toDay('2021-01-01'), to: toDay('2021-03-31') };
    const reaches = new Map([['CORPORATE', { ...reach('2020-04-01', '2021-09-30'), gap }]]);
    const told = (from: string, to: string) => [
      isReached(between(from, to), ['CORPORATE'], reaches),
      partlyReached(between(from, to), ['CORPORATE'], reaches),
    ];
    expect(told('2021-01-01', '2021-03-31')).toEqual([false, []]);
    expect(told('2020-12-31', '2021-01-01')).toEqual([true, ['CORPORATE']]);
    expect(told('2021-03-31', '2021-04-01')).toEqual([true, ['CORPORATE']]);
    expect(told('2020-04-01', '2020-12-31')).toEqual([true, []]);
    expect(told('2021-04-01', '2021-09-30')).toEqual([true, []]);
  });

  it('are those before a gap alone, where it goes to the last day', () => {
    const gap = { from: toDay('2021-01-01'), to: toDay('2021-03-31') };
    const reaches = new Map([['CORPORATE', { ...reach('2020-04-01', '2021-02-15'), gap }]]);
    expect(isReached(between('2021-02-01', '2021-02-15'), ['CORPORATE'], reaches)).toBe(false);
    expect(isReached(between('2020-12-31', '2021-02-15'), ['CORPORATE'], reaches)).toBe(true);
  });
});

const MANY = { numRuns: 300 };
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(toDay('2019-01-01'), days));
const year = (text: string): FinancialYear => parseFinancialYear(text)!;
const someDays = fc.record<DaySet>({
  from: fc.option(anyDay),
  to: fc.option(anyDay),
  financialYears: fc.option(
    fc.uniqueArray(fc.constantFrom(year('2019-20'), year('2021-22'), year('2022-23'))),
  ),
  quarters: fc.option(fc.uniqueArray(fc.constantFrom<Quarter>('Q1', 'Q2', 'Q3', 'Q4'))),
});
const someReach = fc
  .tuple(anyDay, anyDay)
  .map(([a, b]): Reach => (a < b ? { from: a, to: b } : { from: b, to: a }));

const holds = ({ from, to, financialYears, quarters }: DaySet, day: Day) =>
  (from === null || day >= from) &&
  (to === null || day <= to) &&
  (financialYears === null || financialYears.includes(financialYearOf(day))) &&
  (quarters === null || quarters.includes(quarterOf(day)));

/** Every day of the years that the generated days are in, and one either side. */
const DAYS = Array.from({ length: 1_900 }, (_, place) => addDays(toDay('2018-06-01'), place));

describe('beside a look at each day', () => {
  it('days are reached where one of them is', () => {
    fc.assert(
      fc.property(someDays, someReach, (days, known) => {
        const inside = DAYS.filter((day) => day >= known.from! && day <= known.to!);
        const expected = inside.some((day) => holds(days, day));
        expect(isReached(days, ['A'], new Map([['A', known]]))).toBe(expected);
      }),
      MANY,
    );
  });

  it('they go on past the newest where one of them is later, and they have an end', () => {
    const ended = someDays.filter(({ to, financialYears }) => to !== null || financialYears !== null);
    fc.assert(
      fc.property(ended, someReach, (days, known) => {
        const expected = DAYS.some((day) => day > known.to! && holds(days, day));
        expect(goesOnPast(days, known)).toBe(expected);
      }),
      MANY,
    );
  });
});
