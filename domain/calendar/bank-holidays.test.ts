import { bankHolidays, englandAndWales } from './bank-holidays';
import { weekday } from './day';
import { isWorkingDay } from './working-days';

const daysOf = (year: number) =>
  bankHolidays.filter(({ day }) => day.startsWith(`${year}-`)).map(({ day }) => day);

describe('the bank holidays of England and Wales', () => {
  it.each([
    [2018, 8],
    [2019, 8],
    [2020, 8],
    [2021, 8],
    [2022, 10],
    [2023, 9],
    [2024, 8],
    [2025, 8],
    [2026, 8],
    [2027, 8],
    [2028, 8],
  ])('%i has %i of them', (year, count) => {
    expect(daysOf(year)).toHaveLength(count);
  });

  it('has no other year than the calendar knows', () => {
    expect(bankHolidays).toHaveLength(91);
    expect([englandAndWales.firstDay, englandAndWales.lastDay]).toEqual(['2018-01-01', '2028-12-31']);
  });

  it('stand in order, each once, and never at a weekend', () => {
    const days = bankHolidays.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter((day) => weekday(day) > 5)).toEqual([]);
  });

  it('keep Good Friday and Easter Monday either side of the Easter that the church computes', () => {
    // The anonymous Gregorian algorithm, as an independent source of the dates.
    const easterSunday = (year: number) => {
      const century = Math.floor(year / 100);
      const golden = year % 19;
      const epact =
        (19 * golden +
          century -
          Math.floor(century / 4) -
          Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
          15) %
        30;
      const fullWeek = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
      const correction = Math.floor((golden + 11 * epact + 22 * fullWeek) / 451);
      return Date.UTC(year, 2, 22 + epact + fullWeek - 7 * correction);
    };
    for (let year = 2018; year <= 2028; year += 1) {
      const nearEaster = [-2, 1].map((days) =>
        new Date(easterSunday(year) + days * 86_400_000).toISOString().slice(0, 10),
      );
      expect(daysOf(year)).toEqual(expect.arrayContaining(nearEaster));
    }
  });

  it.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])(
    'stands still on %s, proclaimed for once',
    (day) => {
      const found = bankHolidays.find((holiday) => holiday.day === day);
      expect(found?.name).toMatch(/^(Early May|Spring|Platinum Jubilee|State Funeral|Coronation)/);
      expect(found && isWorkingDay({ day: found.day, calendar: englandAndWales })).toBe(false);
    },
  );

  it.each(['2020-05-04', '2022-05-30'])('works on %s, from which its holiday was moved', (day) => {
    expect(bankHolidays.some((holiday) => holiday.day === day)).toBe(false);
  });
});
