import { toDay } from './day';
import { londonInstantOf } from './london-instant';

const at = (day: string, time: string) => londonInstantOf({ day: toDay(day), time })?.toISOString() ?? null;

describe('the instant of a time in London', () => {
  it('is that of UTC in winter, and an hour before in summer', () => {
    expect(at('2026-12-10', '09:30')).toBe('2026-12-10T09:30:00.000Z');
    expect(at('2026-07-10', '09:30')).toBe('2026-07-10T08:30:00.000Z');
    expect(at('2026-07-10', '00:15')).toBe('2026-07-09T23:15:00.000Z');
  });

  it('is none for a time that the clocks skip, and the first of one that comes twice', () => {
    expect(at('2027-03-28', '01:30')).toBeNull();
    expect(at('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is none for what is no time', () => {
    expect(at('2026-12-10', '24:30')).toBeNull();
    expect(at('2026-12-10', 'noon')).toBeNull();
  });
});
