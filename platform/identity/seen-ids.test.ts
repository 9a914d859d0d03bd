import { createSeenIds } from './seen-ids';

describe('a memory of ids', () => {
  let nowMillis = 0;
  const clock = { now: () => new Date(nowMillis) };
  beforeEach(() => {
    nowMillis = 0;
  });

  it('takes each once while it could be used', () => {
    const seen = createSeenIds({ clock, capacity: 10 });
    expect([seen.take('a', 15), seen.take('a', 15), seen.take('b', 15)]).toEqual([true, false, true]);
    nowMillis = 14;
    expect(seen.take('a', 30)).toBe(false);
  });

  it('forgets what has ended, and takes nothing where nothing has', () => {
    const seen = createSeenIds({ clock, capacity: 2 });
    expect([seen.take('a', 10), seen.take('b', 20), seen.take('c', 20)]).toEqual([true, true, false]);
    nowMillis = 10;
    expect([seen.take('c', 30), seen.take('d', 30), seen.take('b', 30)]).toEqual([true, false, false]);
    nowMillis = 20;
    expect(seen.take('d', 40)).toBe(true);
  });
});
