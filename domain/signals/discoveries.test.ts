import fc from 'fast-check';
import { discoveries } from './discoveries';

describe('which of many judgements stand', () => {
  it('are the ones of Benjamini and Hochberg', () => {
    // Each against its own place of ten: 0.005, 0.01, 0.015 … 0.009 is not below 0.005, but two such are below 0.01.
    expect(discoveries([0.009, 0.6, 0.0095, 0.02, 0.9, 0.8, 0.7, 0.5, 0.4, 0.3], 0.05)).toEqual([
      ...[true, false, true],
      ...Array(7).fill(false),
    ]);
  });

  it('are none of none, and none where chance suffices', () => {
    expect(discoveries([], 0.1)).toEqual([]);
    expect(discoveries([0.2, 0.5], 0.1)).toEqual([false, false]);
  });

  it('are at least those that each would be alone among all (Bonferroni), and never the less likely without the more', () => {
    const likelihood = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(likelihood, { minLength: 1 }), (likelihoods) => {
        const stand = discoveries(likelihoods, 0.1);
        const standing = likelihoods.filter((_, place) => stand[place]);
        likelihoods.forEach((each, place) => {
          if (each <= 0.1 / likelihoods.length) expect(stand[place]).toBe(true);
          if (!stand[place]) expect(Math.max(0, ...standing)).toBeLessThan(each);
        });
      }),
      { seed: 14 },
    );
  });
});
