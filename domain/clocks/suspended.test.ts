import { toDay } from '../calendar/day';
import { afterStandstills, standstillsOf } from './suspended';
import { calendars } from './testing/stages';

const time = (from: string, to: string | null) => ({ from: toDay(from), to: to === null ? null : toDay(to) });
const movedTo = (unit: 'WORKING_DAY' | 'MONTH', ...standstills: ReturnType<typeof time>[]) =>
  afterStandstills({
    ...{ day: toDay('2026-09-24'), since: toDay('2026-09-10'), standstills, unit, calendars },
  });

describe('times for which a clock stood still', () => {
  it('are those on the limit’s grounds, joined where they touch', () => {
    const suspensions = [
      { ground: 'ADVOCATE' as const, ...time('2026-09-16', '2026-09-18') },
      { ground: 'PROCEEDINGS' as const, ...time('2026-09-11', null) },
      { ground: 'ADVOCATE' as const, ...time('2026-09-14', '2026-09-16') },
      { ground: 'ADVOCATE' as const, ...time('2026-09-22', null) },
    ];
    expect(standstillsOf({ pausedBy: ['ADVOCATE'] }, suspensions)).toEqual([
      time('2026-09-14', '2026-09-18'),
      time('2026-09-22', null),
    ]);
    expect(standstillsOf({ pausedBy: [] }, suspensions)).toEqual([]);
  });

  it('move a day by their working days, the first day not counted and the last one counted', () => {
    expect(movedTo('WORKING_DAY', time('2026-09-14', '2026-09-17'))).toBe('2026-09-29');
    expect(movedTo('WORKING_DAY', time('2026-09-11', '2026-09-13'))).toBe('2026-09-24');
    expect(movedTo('WORKING_DAY', time('2026-08-03', '2026-09-14'))).toBe('2026-09-28');
    expect(movedTo('WORKING_DAY', time('2026-08-03', '2026-09-10'))).toBe('2026-09-24');
    expect(movedTo('WORKING_DAY', time('2026-09-24', '2026-10-30'))).toBe('2026-09-24');
  });

  it('move a limit in months by days of the calendar', () => {
    expect(movedTo('MONTH', time('2026-09-11', '2026-09-21'))).toBe('2026-10-04');
  });

  it('cannot be told while they last, nor past the end of the calendar', () => {
    expect(movedTo('WORKING_DAY', time('2026-09-14', null))).toBe('STANDING');
    expect(movedTo('WORKING_DAY', time('2026-09-14', '2031-01-01'))).toBeNull();
  });
});
