import fc from 'fast-check';
import { addDays, type Day, toDay } from './day';
import { type RelativePeriod, relativePeriod } from './relative-period';

const told = (period: RelativePeriod, today: string) => relativePeriod({ period, today: toDay(today) });

describe('a period by its name', () => {
  it.each([
    ['THIS_YEAR', '2022-03-31', '2021-04-01', '2022-03-31'],
    ['THIS_YEAR', '2022-04-01', '2022-04-01', '2023-03-31'],
    ['LAST_YEAR', '2022-03-31', '2020-04-01', '2021-03-31'],
    ['LAST_YEAR', '2022-04-01', '2021-04-01', '2022-03-31'],
    ['THIS_QUARTER', '2021-10-15', '2021-10-01', '2021-12-31'],
    ['LAST_QUARTER', '2021-10-15', '2021-07-01', '2021-09-30'],
    ['LAST_QUARTER', '2021-06-30', '2021-01-01', '2021-03-31'],
    ['LAST_QUARTER', '2022-01-01', '2021-10-01', '2021-12-31'],
    ['THIS_MONTH', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['LAST_MONTH', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['LAST_MONTH', '2023-03-31', '2023-02-01', '2023-02-28'],
    ['LAST_MONTH', '2022-01-01', '2021-12-01', '2021-12-31'],
  ] as const)('%s on %s is from %s to %s', (period, today, from, to) => {
    expect(told(period, today)).toEqual({ from, to });
  });

  /** What a plain calendar says: months counted from year 0, without anything of the code that is tested. */
  const plainly = (today: Day, { months, back }: { months: number; back: number }) => {
    const since = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
    // Quarters and financial years begin three months after those of the calendar, and quarters with them.
    const first = Math.floor((since - 3) / months) * months + 3 - back * months;
    const begins = new Date(Date.UTC(Math.floor(first / 12), first % 12, 1));
    const ends = new Date(Date.UTC(Math.floor((first + months) / 12), (first + months) % 12, 0));
    return { from: begins.toISOString().slice(0, 10), to: ends.toISOString().slice(0, 10) };
  };

  it('is what a plain calendar says, on every day', () => {
    const today = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(toDay('1990-01-01'), count));
    fc.assert(
      fc.property(today, (day) => {
        const months = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
        for (const unit of ['MONTH', 'QUARTER', 'YEAR'] as const) {
          const length = { months: months[unit] };
          expect(told(`THIS_${unit}`, day)).toEqual(plainly(day, { ...length, back: 0 }));
          expect(told(`LAST_${unit}`, day)).toEqual(plainly(day, { ...length, back: 1 }));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no day between the last and this, and holds the day itself', () => {
    for (const unit of ['MONTH', 'QUARTER', 'YEAR'] as const) {
      const [last, present] = [told(`LAST_${unit}`, '2021-10-15'), told(`THIS_${unit}`, '2021-10-15')];
      expect(addDays(last.to, 1)).toBe(present.from);
      expect(present.from <= '2021-10-15' && '2021-10-15' <= present.to).toBe(true);
    }
  });

  it('is refused where the calendar ends', () => {
    expect(() => told('LAST_MONTH', '1900-01-31')).toThrow(RangeError);
  });
});
