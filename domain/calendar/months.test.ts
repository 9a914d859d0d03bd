import fc from 'fast-check';
import { addDays, dayFromNumber, daysBetween, FIRST_DAY, toDay } from './day';
import { endOfMonths, lastDayOfMonth, monthsOf } from './months';

describe('endOfMonths', () => {
  it.each([
    ['2026-01-10', '2026-07-09'],
    ['2025-08-31', '2026-02-28'],
    ['2025-08-29', '2026-02-28'],
    ['2026-03-31', '2026-09-30'],
    ['2026-03-01', '2026-08-31'],
    ['2026-05-01', '2026-10-31'],
    ['2025-08-28', '2026-02-27'],
    ['2023-08-31', '2024-02-29'],
    ['2023-08-29', '2024-02-28'],
    ['2025-07-01', '2025-12-31'],
    ['2025-12-01', '2026-05-31'],
  ])('six months from %s end on %s', (from, expected) => {
    expect(endOfMonths({ from: toDay(from), months: 6 })).toBe(expected);
  });

  it('a year and no month at all are periods too', () => {
    expect(endOfMonths({ from: toDay('2024-02-29'), months: 12 })).toBe('2025-02-28');
    expect(endOfMonths({ from: toDay('2026-04-01'), months: 12 })).toBe('2027-03-31');
    expect(endOfMonths({ from: toDay('2026-04-01'), months: 0 })).toBe('2026-03-31');
  });

  it('has no end outside the calendar', () => {
    expect(endOfMonths({ from: toDay('9999-08-01'), months: 6 })).toBeNull();
    expect(endOfMonths({ from: toDay('9999-08-31'), months: 6 })).toBeNull();
    expect(endOfMonths({ from: toDay('9999-06-30'), months: 6 })).toBe('9999-12-29');
  });

  it('never ends earlier for a later beginning, and lasts 180 to 184 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber), (from) => {
        const end = endOfMonths({ from, months: 6 }) ?? FIRST_DAY;
        expect((endOfMonths({ from: addDays(from, 1), months: 6 }) ?? FIRST_DAY) >= end).toBe(true);
        const length = daysBetween({ from, to: end }) + 1;
        expect(length >= 180 && length <= 184).toBe(true);
      }),
    );
  });
});

describe('lastDayOfMonth', () => {
  it.each([
    ['2024-02-01', '2024-02-29'],
    ['2023-02-28', '2023-02-28'],
    ['1900-01-01', '1900-01-31'],
    ['9999-12-01', '9999-12-31'],
  ])('the month of %s ends on %s', (day, last) => {
    expect(lastDayOfMonth(toDay(day))).toBe(last);
  });
});

describe('the months of some days', () => {
  it('are all that a range touches, as their first days', () => {
    expect(monthsOf({ from: toDay('2020-12-31'), to: toDay('2021-02-01') })).toEqual([
      ...['2020-12-01', '2021-01-01', '2021-02-01'],
    ]);
    expect(monthsOf({ from: toDay('2021-02-03'), to: toDay('2021-02-03') })).toEqual(['2021-02-01']);
    expect(monthsOf({ from: toDay('9999-11-30'), to: toDay('9999-12-31') })).toHaveLength(2);
  });
});
