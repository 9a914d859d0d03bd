import fc from 'fast-check';
import { bankHolidays, englandAndWales } from './bank-holidays';
import { changedCalendar, type HolidayChange } from './changed-calendar';
import { addDays, toDay, weekday } from './day';
import { addWorkingDays, isWorkingDay } from './working-days';

const change = (day: string, isKept = true): HolidayChange => ({
  day: toDay(day),
  name: 'Proclaimed',
  isKept,
});
const dueAfter = (changes: readonly HolidayChange[], from: string, count: number) =>
  addWorkingDays({ from: toDay(from), count, calendar: changedCalendar(englandAndWales, changes) });

describe('a calendar that people changed', () => {
  it('does not work on a day that was added, and works on one that was retracted', () => {
    expect(dueAfter([], '2027-06-14', 1)).toBe('2027-06-15');
    expect(dueAfter([change('2027-06-15')], '2027-06-14', 1)).toBe('2027-06-16');
    expect(dueAfter([change('2027-05-03', false)], '2027-04-30', 1)).toBe('2027-05-03');
  });

  it('is the one that it was, where a decision only says what it says, or a day that it does not know', () => {
    expect(changedCalendar(englandAndWales, [])).toBe(englandAndWales);
    expect(changedCalendar(englandAndWales, [change('2031-05-05')])).toBe(englandAndWales);
    const known = bankHolidays.map((holiday) => ({ ...holiday, isKept: true }));
    expect(changedCalendar(englandAndWales, known)).toEqual(englandAndWales);
  });

  it('differs on the days that were decided on, and on no other', () => {
    const aDay = fc.nat(4000).map((count) => addDays(toDay('2018-01-01'), count));
    const changes = fc.uniqueArray(fc.record({ day: aDay, isKept: fc.boolean() }), {
      selector: ({ day }) => day,
      maxLength: 10,
    });
    fc.assert(
      fc.property(changes, aDay, (decided, day) => {
        const calendar = changedCalendar(
          englandAndWales,
          decided.map((one) => ({ ...one, name: 'Proclaimed' })),
        );
        const onDay = decided.find((one) => one.day === day);
        const usual = isWorkingDay({ day, calendar: englandAndWales });
        const expected = onDay === undefined ? usual : weekday(day) < 6 && !onDay.isKept;
        expect(isWorkingDay({ day, calendar })).toBe(expected);
      }),
    );
  });
});
