import fc from 'fast-check';
import { englandAndWales as calendar } from '../../domain/calendar/bank-holidays';
import { dayFromNumber, dayNumberOf, toDay } from '../../domain/calendar/day';
import { isWorkingDay } from '../../domain/calendar/working-days';
import { WAITS_FOR } from '../../domain/procedure/events';
import { urgencyDays, urgencyOf, workingDaysLeft } from './urgency';

const URGENCIES = ['OVERDUE', 'DUE_TODAY', 'DUE_SOON', 'LATER', 'WAITING', 'NO_DAY'];
// A Friday before the bank holiday of 4 May.
const today = toDay('2026-05-01');
const days = urgencyDays({ today, withinWorkingDays: 2, calendar });

it.each([
  ['2026-04-30', 'OVERDUE', -1],
  ['2026-05-01', 'DUE_TODAY', 0],
  ['2026-05-05', 'DUE_SOON', 1],
  ['2026-05-06', 'DUE_SOON', 2],
  ['2026-05-07', 'LATER', 3],
] as const)('what is due on %s is %s, whomever it waits for', (due, urgency, left) => {
  const dueOn = toDay(due);
  for (const waitsFor of WAITS_FOR) expect(urgencyOf({ ...days, dueOn, waitsFor })).toBe(urgency);
  expect(workingDaysLeft({ dueOn, today, calendar })).toBe(left);
});

it('what has no day waits for others, or for us', () => {
  const of = WAITS_FOR.map((waitsFor) => urgencyOf({ ...days, dueOn: null, waitsFor }));
  expect(of).toEqual(['NO_DAY', 'NO_DAY', 'WAITING', 'WAITING', 'WAITING', 'WAITING', 'NO_DAY']);
  expect(workingDaysLeft({ dueOn: null, today, calendar })).toBeNull();
});

it.each([0, -1, 61])('%i working days ahead are refused', (withinWorkingDays) => {
  expect(() => urgencyDays({ today, withinWorkingDays, calendar })).toThrow(
    `\`withinWorkingDays\` is ${withinWorkingDays}: give 1 to 60.`,
  );
});

it('days past the calendar are refused', () => {
  expect(() => urgencyDays({ today: calendar.lastDay, withinWorkingDays: 1, calendar })).toThrow(
    'leads past the years that the calendar knows',
  );
});

it('never calls a later day more urgent, and ends what is soon on a working day', () => {
  const first = dayNumberOf(toDay('2026-01-01'));
  const offset = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(
      offset,
      offset,
      offset,
      fc.integer({ min: 1, max: 60 }),
      (now, one, other, withinWorkingDays) => {
        const asked = { today: dayFromNumber(first + now), withinWorkingDays, calendar };
        const seen = urgencyDays(asked);
        expect(isWorkingDay({ day: seen.soonUntil, calendar })).toBe(true);
        const place = (number: number) =>
          URGENCIES.indexOf(urgencyOf({ ...seen, dueOn: dayFromNumber(first + number), waitsFor: 'TEAM' }));
        expect(place(Math.min(one, other))).toBeLessThanOrEqual(place(Math.max(one, other)));
      },
    ),
  );
});
