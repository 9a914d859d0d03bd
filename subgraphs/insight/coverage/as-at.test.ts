import type { Reach } from '../../../counting/reach';
import { toDay } from '../../../domain/calendar/day';
import { checkAsAt, reachUpTo } from './as-at';

const reach = new Map<string, Reach>([
  ['CORPORATE', { from: toDay('2019-04-03'), to: toDay('2021-10-01') }],
  ['ADULTS', { from: toDay('2019-04-05'), to: toDay('2021-09-30') }],
  ['SCHOOLS', { from: null, to: null }],
]);
const asked = (day: unknown, streams = ['CORPORATE', 'ADULTS'], caughtUp = '2026-11-29') =>
  checkAsAt(day, { streams, reach, caughtUp: toDay(caughtUp), today: toDay('2026-11-29') });

describe('the day as at which figures stand', () => {
  it('is the newest that the sources of all the streams asked about reach', () => {
    expect(asked(null)).toEqual({ asAt: '2021-09-30', isCut: false });
    expect(asked(undefined, ['CORPORATE'])).toEqual({ asAt: '2021-10-01', isCut: false });
  });

  it('is no later than what is in the facts, and passes over streams without records or without a known end', () => {
    expect(asked(null, ['CORPORATE'], '2021-09-15').asAt).toBe('2021-09-15');
    expect(asked(null, ['SCHOOLS', 'CHILDRENS']).asAt).toBe('2026-11-29');
    expect(asked(null, ['SCHOOLS', 'ADULTS']).asAt).toBe('2021-09-30');
  });

  it('is the one asked for, where that can be answered', () => {
    expect(asked('2020-03-31')).toEqual({ asAt: '2020-03-31', isCut: true });
    expect(asked('2026-11-29')).toEqual({ asAt: '2026-11-29', isCut: true });
    expect(asked('2019-04-03').asAt).toBe('2019-04-03');
    expect(asked('1950-01-01', ['SCHOOLS']).asAt).toBe('1950-01-01');
  });

  it.each([
    ['2026-11-30', '`asAt` is still to come: give a day up to 2026-11-29, or leave it out.'],
    ['2019-04-02', '`asAt` is before the first record (2019-04-03): give that day or a later one.'],
    ['yesterday', '`asAt` is no day of the calendar'],
    [20200331, '`asAt` is no day of the calendar'],
  ])('is not %s', (day, message) => {
    expect(() => asked(day)).toThrow(message);
  });
});

describe('the reach of the records as it was on a day', () => {
  it('ends with the day, and leaves out what began later', () => {
    const then = reachUpTo(reach, toDay('2019-04-04'));
    expect([...then]).toEqual([
      ['CORPORATE', { from: '2019-04-03', to: '2019-04-04' }],
      ['SCHOOLS', { from: null, to: '2019-04-04' }],
    ]);
    expect(reachUpTo(reach, toDay('2022-01-01')).get('ADULTS')?.to).toBe('2021-09-30');
  });
});
