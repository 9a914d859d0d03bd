import fc from 'fast-check';
import { bankHolidays, englandAndWales } from './bank-holidays';
import { addDays, type Day, dayFromNumber, dayNumberOf, toDay } from './day';
import { addWorkingDays, createCalendar, isWorkingDay, workingDaysBetween } from './working-days';

const calendar = englandAndWales;
const anyDay = fc
  .integer({ min: dayNumberOf(calendar.firstDay), max: dayNumberOf(calendar.lastDay) })
  .map(dayFromNumber);
const count = fc.integer({ min: 0, max: 200 });
const off = new Set<string>(bankHolidays.map(({ day }) => day));

/** A day at a time, with the machine's own week: slow, and nothing in common with the index. */
function isWorkedSlowly(day: Day): boolean {
  const dayOfWeek = new Date(`${day}T12:00:00Z`).getUTCDay();
  return dayOfWeek !== 0 && dayOfWeek !== 6 && !off.has(day);
}

function addSlowly(from: Day, workingDays: number): Day {
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkedSlowly(day)) left -= 1;
  }
  return day;
}

describe('addWorkingDays', () => {
  it.each([
    ['a week without holidays', '2021-09-06', 5, '2021-09-13'],
    ['receipt on a Saturday: Monday is day 1', '2021-09-04', 1, '2021-09-06'],
    ['receipt on a Sunday: Monday is day 1', '2021-09-05', 1, '2021-09-06'],
    ['receipt on a bank holiday', '2021-08-30', 1, '2021-08-31'],
    ['Christmas with both substitutes', '2021-12-24', 1, '2021-12-29'],
    ['Easter', '2021-04-01', 1, '2021-04-06'],
    ['the jubilee weekend', '2022-06-01', 1, '2022-06-06'],
    ['the State Funeral', '2022-09-16', 1, '2022-09-20'],
    ['the coronation', '2023-05-05', 1, '2023-05-09'],
  ])('counts over %s', (_over, from, days, expected) => {
    expect(addWorkingDays({ from: toDay(from), count: days, calendar })).toBe(expected);
  });

  it('gives the day of receipt for none, worked or not', () => {
    expect(addWorkingDays({ from: toDay('2021-12-25'), count: 0, calendar })).toBe('2021-12-25');
  });

  it('is null where it would leave the years that the calendar knows', () => {
    expect(addWorkingDays({ from: toDay('2028-12-28'), count: 1, calendar })).toBe('2028-12-29');
    expect(addWorkingDays({ from: toDay('2028-12-28'), count: 2, calendar })).toBeNull();
    expect(addWorkingDays({ from: toDay('2017-12-31'), count: 1, calendar })).toBeNull();
    expect(addWorkingDays({ from: toDay('2029-01-01'), count: 0, calendar })).toBeNull();
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to count %d days', (wrong) => {
    expect(() => addWorkingDays({ from: toDay('2021-04-01'), count: wrong, calendar })).toThrow(RangeError);
  });

  it('agrees with counting a day at a time', () => {
    fc.assert(
      fc.property(anyDay, count, (from, days) => {
        const expected = addSlowly(from, days);
        const known = expected <= calendar.lastDay ? expected : null;
        expect(addWorkingDays({ from, count: days, calendar })).toBe(known);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends on a weekend or a bank holiday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 200 }), (from, days) => {
        const due = addWorkingDays({ from, count: days, calendar });
        expect(due === null || isWorkedSlowly(due)).toBe(true);
      }),
    );
  });

  it('never ends earlier for a later receipt, and always later for another day', () => {
    fc.assert(
      fc.property(anyDay, count, (from, days) => {
        const due = addWorkingDays({ from, count: days, calendar });
        fc.pre(due !== null && from < calendar.lastDay);
        const nextReceipt = addWorkingDays({ from: addDays(from, 1), count: days, calendar });
        const nextDay = addWorkingDays({ from, count: days + 1, calendar });
        expect(nextReceipt === null || (due !== null && nextReceipt >= due)).toBe(true);
        expect(nextDay === null || (due !== null && nextDay > due)).toBe(true);
      }),
    );
  });

  it('comes to the same in one step or in two', () => {
    fc.assert(
      fc.property(anyDay, count, count, (from, a, b) => {
        const half = addWorkingDays({ from, count: a, calendar });
        fc.pre(half !== null);
        const inTwo = half && addWorkingDays({ from: half, count: b, calendar });
        expect(inTwo).toBe(addWorkingDays({ from, count: a + b, calendar }));
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('undoes addWorkingDays', () => {
    fc.assert(
      fc.property(anyDay, count, (from, days) => {
        const to = addWorkingDays({ from, count: days, calendar });
        fc.pre(to !== null);
        expect(to && workingDaysBetween({ from, to, calendar })).toBe(days);
      }),
    );
  });

  it('is negative backwards, and 0 over a weekend', () => {
    expect(workingDaysBetween({ from: toDay('2021-09-13'), to: toDay('2021-09-06'), calendar })).toBe(-5);
    expect(workingDaysBetween({ from: toDay('2021-09-03'), to: toDay('2021-09-05'), calendar })).toBe(0);
  });

  it('is null where the calendar does not know a day', () => {
    expect(workingDaysBetween({ from: toDay('2017-12-31'), to: toDay('2018-01-02'), calendar })).toBeNull();
    expect(workingDaysBetween({ from: toDay('2028-12-29'), to: toDay('2029-01-01'), calendar })).toBeNull();
  });
});

describe('isWorkingDay', () => {
  it('agrees with the week and the list for every day that the calendar knows', () => {
    const wrong: Day[] = [];
    for (let day = calendar.firstDay; day < calendar.lastDay; day = addDays(day, 1)) {
      if (isWorkingDay({ day, calendar }) !== isWorkedSlowly(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('does not know other years', () => {
    expect(isWorkingDay({ day: toDay('2017-12-29'), calendar })).toBeNull();
    expect(isWorkingDay({ day: toDay('2029-01-02'), calendar })).toBeNull();
  });
});

describe('createCalendar', () => {
  it('works Monday to Friday but on the days off', () => {
    const made = createCalendar({
      name: 'test',
      firstYear: 2021,
      lastYear: 2021,
      daysOff: [{ day: toDay('2021-01-01'), name: "New Year's Day" }],
    });
    expect(addWorkingDays({ from: toDay('2021-01-01'), count: 1, calendar: made })).toBe('2021-01-04');
    expect(made.workingDays).toHaveLength(260);
  });

  it('refuses years that run backwards, and a day off that it does not reach', () => {
    expect(() => createCalendar({ name: 'test', firstYear: 2022, lastYear: 2021, daysOff: [] })).toThrow(
      'The calendar "test" ends before it begins.',
    );
    expect(() =>
      createCalendar({
        ...{ name: 'test', firstYear: 2021, lastYear: 2021 },
        daysOff: [{ day: toDay('2022-01-03'), name: "New Year's Day" }],
      }),
    ).toThrow('The calendar "test" does not reach 2022-01-03: widen its years.');
  });
});
