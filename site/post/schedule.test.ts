import fc from 'fast-check';
import {
  addDays,
  dayOfMonthOf,
  londonMomentOf,
  monthNumberOf,
  toDay,
  weekday,
} from '../../domain/calendar/day';
import { lastDayOfMonth } from '../../domain/calendar/months';
import { lastDueDay, nextDue, RHYTHMS, type Schedule } from './schedule';
import { momentWords, scheduleWords } from './schedule-words';

const at = (text: string) => new Date(text);
const weekly: Schedule = { every: 'WEEK', onDay: 1 };
const schedules = fc.oneof(
  fc.record({ every: fc.constant('WEEK' as const), onDay: fc.integer({ min: 1, max: 7 }) }),
  fc.record({
    every: fc.constantFrom('MONTH' as const, 'QUARTER' as const),
    onDay: fc.integer({ min: 1, max: 31 }),
  }),
);
const moments = fc.date({
  min: at('2020-01-01T00:00:00Z'),
  max: at('2039-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('when a mail is due', () => {
  it.each([
    // Summer begins on 28 March 2027, and ends on 31 October: 8am in London is 7 or 8 in UTC.
    ['2027-03-22T08:00:00Z', '2027-03-29T07:00:00.000Z'],
    ['2027-10-25T07:00:00Z', '2027-11-01T08:00:00.000Z'],
  ])('is 8am on a London wall, whatever the clocks do: after %s comes %s', (now, next) => {
    expect(nextDue(weekly, at(now)).toISOString()).toBe(next);
  });

  it.each<[Schedule, string, string]>([
    [{ every: 'MONTH', onDay: 31 }, '2027-01-31T09:00:00Z', '2027-02-28T08:00:00.000Z'],
    [{ every: 'MONTH', onDay: 31 }, '2028-02-01T09:00:00Z', '2028-02-29T08:00:00.000Z'],
    [{ every: 'MONTH', onDay: 5 }, '2027-12-05T07:59:59Z', '2027-12-05T08:00:00.000Z'],
    [{ every: 'MONTH', onDay: 5 }, '2027-12-05T08:00:00Z', '2028-01-05T08:00:00.000Z'],
    [{ every: 'QUARTER', onDay: 31 }, '2027-07-31T07:00:00Z', '2027-10-31T08:00:00.000Z'],
    [{ every: 'QUARTER', onDay: 10 }, '2027-02-01T00:00:00Z', '2027-04-10T07:00:00.000Z'],
  ])('knows the ends of months and quarters: %j after %s', (schedule, now, next) => {
    expect(nextDue(schedule, at(now)).toISOString()).toBe(next);
  });

  it('lies after now, at 8am, on a day of the schedule, and nothing is due between', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const next = nextDue(schedule, now);
        const shown = londonMomentOf(next);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(shown?.time).toBe('08:00:00');
        const day = toDay(shown?.day ?? '');
        if (schedule.every === 'WEEK') expect(weekday(day)).toBe(schedule.onDay);
        else expect(dayOfMonthOf(day)).toBe(Math.min(schedule.onDay, dayOfMonthOf(lastDayOfMonth(day))));
        if (schedule.every === 'QUARTER') expect([1, 4, 7, 10]).toContain(monthNumberOf(day));
        const before = new Date(next.getTime() - 1);
        if (before > now) expect(lastDueDay(schedule, before)).toBe(lastDueDay(schedule, now));
        expect(lastDueDay(schedule, next)).toBe(day);
      }),
    );
  });

  it('was due once, however many days were missed', () => {
    fc.assert(
      fc.property(schedules, moments, fc.integer({ min: 0, max: 800 }), (schedule, stopped, days) => {
        const started = new Date(stopped.getTime() + days * 86_400_000);
        const last = lastDueDay(schedule, started);
        expect(last <= (londonMomentOf(started)?.day ?? '')).toBe(true);
        expect(last > addDays(toDay(londonMomentOf(started)?.day ?? ''), -124)).toBe(true);
        expect(nextDue(schedule, started) > started).toBe(true);
      }),
    );
  });
});

describe('a schedule in words', () => {
  it('is told for every rhythm', () => {
    const told = RHYTHMS.flatMap((every) => [1, 3].map((onDay) => scheduleWords({ every, onDay })));
    expect(told).toEqual([
      ...['every Monday', 'every Wednesday', 'on the 1st of each month', 'on the 3rd of each month'],
      ...['on the 1st of each first month of a quarter', 'on the 3rd of each first month of a quarter'],
    ]);
    expect(scheduleWords({ every: 'MONTH', onDay: 31 })).toBe('on the last day of each month');
    expect([11, 12, 13, 21, 22].map((onDay) => scheduleWords({ every: 'MONTH', onDay }))).toEqual(
      ['11th', '12th', '13th', '21st', '22nd'].map((day) => `on the ${day} of each month`),
    );
  });

  it('tells a moment as London has it', () => {
    expect(momentWords(at('2027-06-07T07:00:00Z'))).toBe('Monday 7 June 2027 at 8am');
  });
});
