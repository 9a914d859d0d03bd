import fc from 'fast-check';
import {
  addDays,
  compareDays,
  type Day,
  dayFromNumber,
  dayNumberOf,
  dayOf,
  daysBetween,
  daysInMonth,
  isBefore,
  isDay,
  londonDayOf,
  londonMomentOf,
  monthOf,
  toDay,
  weekday,
} from './day';

const anyDay = fc
  .integer({ min: dayNumberOf(toDay('1900-01-01')), max: dayNumberOf(toDay('9999-12-31')) })
  .map(dayFromNumber);
const recentDay = fc.integer({ min: 10_957, max: 25_567 }).map(dayFromNumber);

describe('toDay', () => {
  it.each(['2021-04-01', '2020-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(toDay(text)).toBe(text);
  });

  it.each([
    ['a day that its month lacks', '2021-02-31'],
    ['29 February of a common year', '2021-02-29'],
    ['29 February of 1900, which was no leap year', '1900-02-29'],
    ['a thirteenth month', '2021-13-04'],
    ['a month 0', '2021-00-04'],
    ['a day 0', '2021-01-00'],
    ['a year that can only be a slip', '0204-05-01'],
    ['the day before the first', '1899-12-31'],
    ['one digit too few', '2021-4-1'],
    ['a year of five digits', '10000-01-01'],
    ['a time', '2021-04-01T10:00'],
    ['a space', ' 2021-04-01'],
    ['a line break after it', '2021-04-01\n'],
    ['another order', '01-04-2021'],
    ['digits of another script', '٢٠٢١-04-01'],
    ['nothing', ''],
  ])('refuses %s', (_why, text) => {
    expect(isDay(text)).toBe(false);
    expect(() => toDay(text)).toThrow(RangeError);
  });
});

describe('dayOf', () => {
  it('agrees with the machine’s own calendar about every day that there is and is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, dayOfMonth) => {
          const utc = new Date(Date.UTC(year, month - 1, dayOfMonth));
          const exists = utc.getUTCMonth() === month - 1 && utc.getUTCDate() === dayOfMonth;
          expect(dayOf({ year, month, dayOfMonth })).toBe(exists ? utc.toISOString().slice(0, 10) : null);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows no day of a month that does not exist', () => {
    expect(daysInMonth({ year: 2021, month: 13 })).toBe(0);
    expect(daysInMonth({ year: 2024, month: 2 })).toBe(29);
  });
});

describe('counting calendar days', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays(toDay('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(toDay('2021-01-01'), -1)).toBe('2020-12-31');
    expect(daysBetween({ from: toDay('2020-02-01'), to: toDay('2020-03-01') })).toBe(29);
    expect(daysBetween({ from: toDay('2021-03-02'), to: toDay('2021-03-01') })).toBe(-1);
  });

  it('is not moved by the nights on which the clocks change', () => {
    expect(addDays(toDay('2021-03-27'), 1)).toBe('2021-03-28');
    expect(addDays(toDay('2021-03-28'), 1)).toBe('2021-03-29');
    expect(addDays(toDay('2021-10-31'), 1)).toBe('2021-11-01');
  });

  it('refuses to leave the calendar, and parts of days', () => {
    expect(() => addDays(toDay('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(toDay('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(toDay('2021-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addDays(toDay('2021-01-01'), Number.NaN)).toThrow(RangeError);
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(recentDay, fc.integer({ min: -10_000, max: 10_000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween({ from: day, to: other })).toBe(count);
        expect(addDays(other, -count)).toBe(day);
        expect(dayFromNumber(dayNumberOf(day))).toBe(day);
      }),
    );
  });
});

describe('order and week', () => {
  it('orders days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(dayNumberOf(a) - dayNumberOf(b)));
        expect(isBefore(a, b)).toBe(dayNumberOf(a) < dayNumberOf(b));
      }),
    );
  });

  it.each([
    ['2026-04-06', 1],
    ['2021-04-01', 4],
    ['1970-01-01', 4],
    ['2026-05-02', 6],
    ['1966-07-30', 6],
    ['1969-12-28', 7],
  ])('knows the day of the week of %s', (day, expected) => {
    expect(weekday(toDay(day))).toBe(expected);
  });

  it('agrees with the machine about the day of the week', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('gives the first day of the month', () => {
    expect(monthOf(toDay('2024-02-29'))).toBe('2024-02-01');
  });
});

describe('londonDayOf', () => {
  it.each([
    ['the last second of a winter day', '2021-01-15T23:59:59Z', '2021-01-15', '23:59:59'],
    ['midnight in winter', '2021-01-16T00:00:00Z', '2021-01-16', '00:00:00'],
    ['the last second of a summer day', '2021-06-30T22:59:59Z', '2021-06-30', '23:59:59'],
    ['midnight in summer', '2021-06-30T23:00:00Z', '2021-07-01', '00:00:00'],
    ['the evening before the clocks go forward', '2021-03-27T23:30:00Z', '2021-03-27', '23:30:00'],
    ['the last second before they go forward', '2021-03-28T00:59:59Z', '2021-03-28', '00:59:59'],
    ['the moment they go forward', '2021-03-28T01:00:00Z', '2021-03-28', '02:00:00'],
    ['the evening after', '2021-03-28T23:30:00Z', '2021-03-29', '00:30:00'],
    ['the evening before the clocks go back', '2021-10-30T23:30:00Z', '2021-10-31', '00:30:00'],
    ['the hour that comes twice, first', '2021-10-31T00:30:00Z', '2021-10-31', '01:30:00'],
    ['the hour that comes twice, again', '2021-10-31T01:30:00Z', '2021-10-31', '01:30:00'],
    ['the evening after they went back', '2021-10-31T23:30:00Z', '2021-10-31', '23:30:00'],
    ['the winter of 1969, when British Standard Time held', '1969-01-15T23:30:00Z', '1969-01-16', '00:30:00'],
  ])('knows %s', (_when, instant, day, time) => {
    expect(londonDayOf(new Date(instant))).toBe(day);
    expect(londonMomentOf(new Date(instant))).toEqual({ day, time });
  });

  it('follows the last Sundays of March and October, at one o’clock in UTC, to the second', () => {
    const lastSunday = (year: number, month: number) => {
      let day = toDay(`${year}-${month === 3 ? '03' : '10'}-31`);
      while (weekday(day) !== 7) day = addDays(day, -1);
      return Date.parse(`${day}T01:00:00Z`);
    };
    const expectedDay = (millis: number): Day => {
      const year = new Date(millis).getUTCFullYear();
      const isSummer = millis >= lastSunday(year, 3) && millis < lastSunday(year, 10);
      return toDay(new Date(millis + (isSummer ? 3_600_000 : 0)).toISOString().slice(0, 10));
    };
    const aroundAChange = fc
      .tuple(
        fc.integer({ min: 2018, max: 2030 }),
        fc.constantFrom(3, 10),
        fc.integer({ min: -172_800, max: 172_800 }),
      )
      .map(([year, month, seconds]) => lastSunday(year, month) + seconds * 1000);
    const anyTime = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2030, 11, 31) });
    fc.assert(
      fc.property(fc.oneof(aroundAChange, anyTime), (millis) => {
        expect(londonDayOf(new Date(millis))).toBe(expectedDay(millis));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['no instant', Number.NaN],
    ['an instant before 1900', Date.UTC(1899, 11, 31, 23, 59, 59)],
    ['an instant after 9999', Date.UTC(10_000, 0, 1)],
    ['an instant before the common era', Date.UTC(-1, 0, 1)],
  ])('refuses %s', (_what, millis) => {
    expect(londonMomentOf(new Date(millis))).toBeNull();
    expect(() => londonDayOf(new Date(millis))).toThrow(RangeError);
  });

  it('reaches both ends of the calendar', () => {
    expect(londonDayOf(new Date(Date.UTC(1900, 0, 1)))).toBe('1900-01-01');
    expect(londonDayOf(new Date(Date.UTC(9999, 11, 31, 23, 59, 59)))).toBe('9999-12-31');
  });
});
