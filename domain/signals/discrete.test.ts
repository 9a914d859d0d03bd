import fc from 'fast-check';
import { betaBinomial, type Discrete, negativeBinomial } from './discrete';

const chanceOf = (numbers: Discrete, count: number) => numbers.atLeast(count) - numbers.atLeast(count + 1);
const moments = (numbers: Discrete, most: number) => {
  const each = Array.from({ length: most }, (_, count) => ({ count, chance: chanceOf(numbers, count) }));
  const mean = each.reduce((sum, { count, chance }) => sum + count * chance, 0);
  return { mean, variance: each.reduce((sum, { count, chance }) => sum + (count - mean) ** 2 * chance, 0) };
};

describe('how likely counts are', () => {
  it('are Poisson where they vary as chance does', () => {
    const numbers = negativeBinomial({ mean: 3, variance: 3 });
    expect(chanceOf(numbers, 0)).toBeCloseTo(Math.exp(-3), 10);
    expect(chanceOf(numbers, 2)).toBeCloseTo((Math.exp(-3) * 9) / 2, 10);
    expect(numbers.quantile(0.5)).toBe(3);
  });

  it('have the mean and the variance asked for', () => {
    const { mean, variance } = moments(negativeBinomial({ mean: 12, variance: 30 }), 300);
    expect([mean, variance]).toEqual([expect.closeTo(12, 6), expect.closeTo(30, 5)]);
  });

  it('are told of thousands too, and of none', () => {
    expect(negativeBinomial({ mean: 5_000, variance: 5_500 }).quantile(0.5)).toBeGreaterThan(4_990);
    const none = negativeBinomial({ mean: 0, variance: 0 });
    expect([none.atLeast(0), none.atLeast(1), none.atMost(0)]).toEqual([1, 0, 1]);
  });

  it('add up, whatever number they are divided at', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.nat({ max: 120 }),
        (mean, ratio, count) => {
          const numbers = negativeBinomial({ mean, variance: mean * ratio });
          expect(numbers.atLeast(count) + numbers.atMost(count - 1)).toBeCloseTo(1, 8);
          expect(numbers.atMost(numbers.quantile(0.9))).toBeGreaterThanOrEqual(0.9);
        },
      ),
      { seed: 14 },
    );
  });
});

describe('how likely parts are', () => {
  it('are binomial where they vary as chance does', () => {
    const numbers = betaBinomial({ trials: 4, share: 0.5, inflation: 1 });
    expect([0, 1, 2, 3, 4].map((count) => chanceOf(numbers, count))).toEqual(
      [1, 4, 6, 4, 1].map((ways) => expect.closeTo(ways / 16, 10)),
    );
  });

  it('have the mean and the variance asked for', () => {
    const { mean, variance } = moments(betaBinomial({ trials: 40, share: 0.7, inflation: 2.5 }), 41);
    expect([mean, variance]).toEqual([expect.closeTo(28, 6), expect.closeTo(40 * 0.21 * 2.5, 5)]);
  });

  it('are certain where all are, or none', () => {
    expect(betaBinomial({ trials: 9, share: 1, inflation: 1.5 }).atLeast(9)).toBe(1);
    expect(betaBinomial({ trials: 9, share: 0, inflation: 1.5 }).atLeast(1)).toBe(0);
  });
});
