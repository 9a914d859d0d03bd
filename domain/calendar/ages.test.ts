import fc from 'fast-check';
import { type AgeRange, daysOfAge } from './ages';
import { englandAndWales } from './bank-holidays';
import { addDays, toDay } from './day';
import { workingDaysBetween } from './working-days';

const FIRST = toDay('2017-11-01');
const aDay = fc.integer({ min: 0, max: 900 }).map((count) => addDays(FIRST, count));
const someAges: fc.Arbitrary<AgeRange> = fc
  .tuple(fc.nat(70), fc.option(fc.nat(30), { nil: null }))
  .map(([from, more]) => ({ from, to: more === null ? null : from + more }));

describe('the days of an age', () => {
  it('are those from which so many working days have passed, and no others', () => {
    fc.assert(
      fc.property(aDay, aDay, someAges, (one, other, ages) => {
        const [came, on] = [one, other].sort();
        const age = workingDaysBetween({ from: came!, to: on!, calendar: englandAndWales });
        const days = daysOfAge({ on: on!, ages, calendar: englandAndWales });
        const isWithin = days !== null && days.from <= came! && came! <= days.to;
        if (age !== null) expect(isWithin).toBe(age >= ages.from && age <= (ages.to ?? age));
      }),
      { numRuns: 2_000, seed: 20211015 },
    );
  });

  it('are counted from the day of receipt, over weekends and bank holidays', () => {
    const days = (from: number, to: number | null) =>
      daysOfAge({ on: toDay('2021-06-01'), ages: { from, to }, calendar: englandAndWales });
    expect(days(0, 0)).toEqual({ from: '2021-06-01', to: '2021-06-01' });
    // The Monday before was a bank holiday.
    expect(days(1, 1)).toEqual({ from: '2021-05-28', to: '2021-05-31' });
    expect(days(2, 2)).toEqual({ from: '2021-05-27', to: '2021-05-27' });
  });

  it('of what came before the calendar are known where it is old enough all the same', () => {
    const old = { from: 66, to: null };
    const days = (on: string) => daysOfAge({ on: toDay(on), ages: old, calendar: englandAndWales });
    expect(days('2018-06-01')).toMatchObject({ to: '2018-02-25' });
    expect(days('2018-02-01')).toBeNull();
    expect(days('2017-12-31')).toBeNull();
    expect(days('2029-01-01')).toBeNull();
  });
});
