import { likelihoodOf, limitsOf, type Predicted, predict } from './predict';

const predicted = (...given: Parameters<typeof predict>): Predicted => {
  const found = predict(...given);
  if (found === null) throw new Error('Too few to say');
  return found;
};

describe('what is expected', () => {
  it('of counts is what there was before, and wider the less there was', () => {
    const long = predicted('COUNT', { before: { count: 80, of: 8 }, of: 2, ratio: 1 });
    const short = predicted('COUNT', { before: { count: 40, of: 4 }, of: 2, ratio: 1 });
    expect(long.expected).toBe(20);
    expect(limitsOf(long, 0.95)).toEqual({ from: 11, to: 30 });
    expect(limitsOf(short, 0.95)).toEqual({ from: 10, to: 32 });
  });

  it('compares two counts exactly where they vary as chance does', () => {
    // Of 12 in one period and 6 in another as long: at least 12 of 18 by a coin, with half of just 12.
    const one = predicted('COUNT', { before: { count: 6, of: 1 }, of: 1, ratio: 1 });
    expect(likelihoodOf(one, 12)).toBeGreaterThan(0.1);
    expect(likelihoodOf(one, 30)).toBeLessThan(0.001);
  });

  it('of shares is of what there is now', () => {
    const share = predicted('SHARE', { before: { count: 70, of: 100 }, of: 20, ratio: 1 });
    expect(share.expected).toBe(14);
    expect(likelihoodOf(share, 14)).toBeGreaterThan(0.9);
    expect(likelihoodOf(share, 4)).toBeLessThan(0.001);
  });

  it('is not said of fewer than five, and of shares not of fewer than five of either kind', () => {
    expect(predict('COUNT', { before: { count: 19, of: 4 }, of: 1, ratio: 1 })).toBeNull();
    expect(predict('COUNT', { before: { count: 20, of: 4 }, of: 1, ratio: 1 })).not.toBeNull();
    expect(predict('COUNT', { before: { count: 0, of: 0 }, of: 1, ratio: 1 })).toBeNull();
    expect(predict('SHARE', { before: { count: 96, of: 100 }, of: 100, ratio: 1 })).toBeNull();
    expect(predict('SHARE', { before: { count: 50, of: 100 }, of: 10, ratio: 12 })).toBeNull();
  });
});
