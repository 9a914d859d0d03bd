import { createExpiringCache } from './expiring-cache';

describe('an expiring cache', () => {
  let now = 0;
  const clock = { now: () => new Date(now) };
  beforeEach(() => {
    now = 0;
  });

  it('gives a value until its time is over', () => {
    const cache = createExpiringCache<string>({ clock, capacity: 2 });
    cache.set('a', 'kept', 1_000);
    now = 999;
    expect(cache.get('a')).toBe('kept');
    now = 1_000;
    expect(cache.get('a')).toBeUndefined();
  });

  it('lets the oldest go when it is full, and never grows', () => {
    const cache = createExpiringCache<number>({ clock, capacity: 2 });
    for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index, 10);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 1, 2]);
  });
});
