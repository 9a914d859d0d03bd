import fc from 'fast-check';
import { addDays, type Day, toDay } from '../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  parseFinancialYear,
  type Quarter,
  quarterOf,
} from '../domain/calendar/financial-year';
import {
  commonDays,
  type DaySet,
  EVERY_DAY,
  financialYearsOf,
  isEveryDay,
  joined,
  rangesOf,
} from './day-set';

const HORIZON = { from: toDay('2017-04-01'), to: toDay('2023-03-31') };
const FIRST = toDay('2017-06-15');

/** Every day of the horizon, one by one: the slow and certain way. */
function eachDay(): readonly Day[] {
  const days: Day[] = [];
  for (let day = HORIZON.from; day <= HORIZON.to; day = addDays(day, 1)) days.push(day);
  return days;
}
const DAYS = eachDay();

const holds = ({ from, to, financialYears, quarters, ranges }: DaySet, day: Day): boolean =>
  (from === null || from <= day) &&
  (to === null || day <= to) &&
  (financialYears === null || financialYears.includes(financialYearOf(day))) &&
  (quarters === null || quarters.includes(quarterOf(day))) &&
  (ranges?.some((range) => range.from <= day && day <= range.to) ?? true);

const aDay = fc.integer({ min: 0, max: 1800 }).map((count) => addDays(FIRST, count));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const someRanges = fc
  .array(
    fc.tuple(aDay, fc.nat(200)).map(([from, length]) => ({ from, to: addDays(from, length) })),
    { maxLength: 3 },
  )
  .map(joined);
const conditions = fc.record({
  from: orNull(aDay),
  to: orNull(aDay),
  financialYears: orNull(
    fc.array(
      fc.constantFrom('2018-19', '2019-20', '2020-21', '2021-22').map((year) => year as FinancialYear),
      { maxLength: 4 },
    ),
  ),
  quarters: orNull(fc.array(fc.constantFrom<Quarter>('Q1', 'Q2', 'Q3', 'Q4'), { maxLength: 4 })),
});
const aDaySet: fc.Arbitrary<DaySet> = fc
  .tuple(conditions, orNull(someRanges))
  .map(([days, ranges]) => (ranges === null ? days : { ...days, ranges }));

describe('rangesOf', () => {
  it('holds exactly the days of the set, in order, none touching the next', () => {
    fc.assert(
      fc.property(aDaySet, (days) => {
        const ranges = rangesOf(days, HORIZON);
        const inRanges = DAYS.filter((day) => ranges.some(({ from, to }) => from <= day && day <= to));
        expect(inRanges).toEqual(DAYS.filter((day) => holds(days, day)));
        ranges.slice(1).forEach((range, place) => {
          expect(range.from > addDays(ranges[place]!.to, 1)).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('joins quarters that follow each other, over the end of a year too', () => {
    const days = {
      ...EVERY_DAY,
      financialYears: [year('2021-22'), year('2020-21')],
      quarters: ['Q4', 'Q1'] as const,
    };
    expect(rangesOf(days, HORIZON)).toEqual([
      { from: '2020-04-01', to: '2020-06-30' },
      { from: '2021-01-01', to: '2021-06-30' },
      { from: '2022-01-01', to: '2022-03-31' },
    ]);
  });

  it('counts the ends that the set names even outside of the horizon', () => {
    expect(rangesOf({ ...EVERY_DAY, to: toDay('2030-01-01') }, HORIZON)).toEqual([
      { from: '2017-04-01', to: '2030-01-01' },
    ]);
    expect(rangesOf({ ...EVERY_DAY, financialYears: [year('2030-31')] }, HORIZON)).toEqual([
      { from: '2030-04-01', to: '2031-03-31' },
    ]);
  });

  it('counts its ranges even outside of the horizon', () => {
    const range = { from: toDay('2030-01-01'), to: toDay('2030-03-31') };
    expect(rangesOf({ ...EVERY_DAY, ranges: [range] }, HORIZON)).toEqual([range]);
  });

  it('is empty where the conditions leave nothing', () => {
    expect(rangesOf({ ...EVERY_DAY, from: toDay('2021-05-01'), to: toDay('2021-04-30') }, HORIZON)).toEqual(
      [],
    );
    expect(rangesOf({ ...EVERY_DAY, quarters: [] }, HORIZON)).toEqual([]);
  });

  it('takes the last day of the calendar', () => {
    expect(
      rangesOf(
        { ...EVERY_DAY, from: toDay('9999-12-01'), to: toDay('9999-12-31'), quarters: ['Q3'] },
        HORIZON,
      ),
    ).toEqual([]);
    expect(
      rangesOf({ ...EVERY_DAY, from: toDay('9999-12-31') }, { ...HORIZON, to: toDay('9999-12-31') }),
    ).toEqual([{ from: '9999-12-31', to: '9999-12-31' }]);
  });
});

describe('commonDays', () => {
  it('holds the days of both sets and no other', () => {
    fc.assert(
      fc.property(aDaySet, aDaySet, (one, other) => {
        const both = commonDays(one, other);
        expect(DAYS.filter((day) => holds(both, day))).toEqual(
          DAYS.filter((day) => holds(one, day) && holds(other, day)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a set as it is beside every day', () => {
    const days = { ...EVERY_DAY, from: toDay('2021-04-01') };
    expect(commonDays(days, EVERY_DAY)).toEqual(days);
    expect(isEveryDay(commonDays(EVERY_DAY, EVERY_DAY))).toBe(true);
    expect(isEveryDay(days)).toBe(false);
    expect(isEveryDay({ ...EVERY_DAY, quarters: ['Q1', 'Q2', 'Q3', 'Q4'] })).toBe(false);
    expect(isEveryDay({ ...EVERY_DAY, ranges: [HORIZON] })).toBe(false);
  });
});

describe('financialYearsOf', () => {
  it('lists the years that a range touches', () => {
    expect(financialYearsOf({ from: toDay('2020-03-31'), to: toDay('2021-04-01') })).toEqual([
      '2019-20',
      '2020-21',
      '2021-22',
    ]);
    expect(financialYearsOf({ from: toDay('2020-04-01'), to: toDay('2021-03-31') })).toEqual(['2020-21']);
  });

  it('passes over the years at the edges of the calendar that are not whole', () => {
    expect(financialYearsOf({ from: toDay('1900-01-01'), to: toDay('1900-05-01') })).toEqual(['1900-01']);
  });
});

function year(text: string): FinancialYear {
  return parseFinancialYear(text)!;
}
