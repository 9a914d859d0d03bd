import { fixedClock } from '../../../platform/config/clock';
import { hasBegun, WORKSHOPS } from './workshops';

const row = {
  ...{ id: 'w', version: 1, title: 'x', about: 'x', starts_at: new Date('2026-12-10T12:00:00Z') },
  ...{ minutes: 90, place: 'x', held_by: 'x', seats: 1, cancelled_because: null },
};

describe('a workshop', () => {
  it.each([
    ['2026-12-09', false],
    ['2026-12-10', true],
    ['2026-12-11', true],
  ])('at noon of the 10th has begun at noon of %s: %p', (day, begun) => {
    expect(hasBegun(row, { clock: fixedClock(day) })).toBe(begun);
  });

  it('has its place in the list by its beginning, then its id', () => {
    expect(WORKSHOPS.keyOf(row)).toEqual(['2026-12-10T12:00:00.000Z', 'w']);
  });
});
