import { knownNames } from './known-names';
import { readSeldom } from './read-seldom';

describe('what is read seldom', () => {
  it('is read once for all who ask within its time, and anew after it', async () => {
    let reads = 0;
    let now = 0;
    const collector = readSeldom(
      async () => {
        reads += 1;
        return [];
      },
      { freshMillis: 5_000, nowMillis: () => now },
    );
    await Promise.all([collector(), collector()]);
    now = 4_999;
    await collector();
    expect(reads).toBe(1);
    now = 5_000;
    await collector();
    expect(reads).toBe(2);
  });

  it('is read again at once where it failed', async () => {
    let reads = 0;
    const collector = readSeldom(() => {
      reads += 1;
      if (reads === 1) throw new Error('not now');
      return [];
    });
    await expect(collector()).rejects.toThrow('not now');
    await expect(collector()).resolves.toEqual([]);
  });
});

describe('names that are known', () => {
  it('are names, and so many at most', () => {
    const names = knownNames({ most: 2 });
    for (const name of ['Mrs Secret of 1 Hidden Lane', 'schools', 'adults', 'corporate']) names.add(name);
    expect(['Mrs Secret of 1 Hidden Lane', 'schools', 'adults', 'corporate'].map(names.has)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
