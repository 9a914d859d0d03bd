import fc from 'fast-check';
import { bankHolidays, englandAndWales } from './bank-holidays';
import { type ClosureChange, closedAfter, closedCalendar, closedWithin, weekdaysOf } from './closed-days';
import { addDays, type Day, toDay, weekday } from './day';
import { addWorkingDays, isWorkingDay } from './working-days';

const change = (from: string, to = from, isClosed = true, name = 'Summer'): ClosureChange => ({
  ...{ from: toDay(from), to: toDay(to), name, isClosed },
});
const closedBy = (...changes: ClosureChange[]) =>
  changes.reduce(closedAfter, [] as ReturnType<typeof closedAfter>);

describe('closed days', () => {
  it('are not worked, and neither are the days off that lie among them', () => {
    const calendar = closedCalendar(englandAndWales, closedBy(change('2024-12-23', '2025-01-03')));
    const from = toDay('2024-12-20');
    expect(addWorkingDays({ from, count: 1, calendar })).toBe('2025-01-06');
    const names = calendar.daysOff.filter(({ day }) => day > '2024-12-01' && day < '2025-01-10');
    expect(names.map(({ name }) => name)).toContain('Christmas Day');
    expect(names).toHaveLength(10);
  });

  it('leave the calendar as it is where they close nothing', () => {
    for (const nothing of [
      [],
      closedBy(change('2024-12-25')),
      closedBy(change('2031-08-01')),
      closedBy(change('2024-08-03', '2024-08-04')),
    ])
      expect(closedCalendar(englandAndWales, nothing)).toBe(englandAndWales);
  });

  it('are cut where some of them are taken back', () => {
    const closed = closedBy(change('2024-07-22', '2024-08-30'), change('2024-08-01', '2024-08-02', false));
    expect(closed).toEqual([
      { from: '2024-07-22', to: '2024-07-31', name: 'Summer' },
      { from: '2024-08-03', to: '2024-08-30', name: 'Summer' },
    ]);
    expect(closedWithin(closed, change('2024-08-01', '2024-08-02'))).toEqual([]);
    expect(closedWithin(closed, change('2024-07-31', '2024-08-03'))).toEqual(closed);
  });

  it('are those of the last decision on each day, and no other', () => {
    const aDay = fc.nat(120).map((count) => addDays(toDay('2024-05-01'), count));
    const aChange = fc
      .record({ from: aDay, length: fc.nat(40), isClosed: fc.boolean(), name: fc.constantFrom('a', 'b') })
      .map(({ length, ...given }): ClosureChange => ({ ...given, to: addDays(given.from, length) }));
    const isHoliday = (day: Day) => bankHolidays.some((holiday) => holiday.day === day);
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 8 }), aDay, (changes, day) => {
        const closed = closedBy(...changes);
        const last = changes.findLast(({ from, to }) => from <= day && day <= to);
        const found = closed.filter(({ from, to }) => from <= day && day <= to);
        expect(found.map(({ name }) => name)).toEqual(last?.isClosed ? [last.name] : []);
        expect(closed.flatMap(weekdaysOf)).toEqual(
          [...closed.flatMap(weekdaysOf)].sort((a, b) => (a.day < b.day ? -1 : 1)),
        );
        expect(isWorkingDay({ day, calendar: closedCalendar(englandAndWales, closed) })).toBe(
          weekday(day) < 6 && !isHoliday(day) && found.length === 0,
        );
      }),
    );
  });
});
