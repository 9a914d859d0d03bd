import fc from 'fast-check';
import { meanOf, percentileOf, sizeOf } from './statistics';

const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 });

function histogramOf(list: readonly number[]): Map<number, number> {
  const histogram = new Map<number, number>();
  for (const value of list) histogram.set(value, (histogram.get(value) ?? 0) + 1);
  return histogram;
}

describe('statistics from a histogram', () => {
  it('are what a spreadsheet says', () => {
    const days = histogramOf([1, 2, 3, 4]);
    expect(percentileOf(days, 50)).toBe(2.5);
    expect(percentileOf(days, 90)).toBe(3.7);
    expect(meanOf(days)).toBe(2.5);
    expect(percentileOf(histogramOf([7]), 90)).toBe(7);
  });

  it('are null of nothing', () => {
    expect([meanOf(new Map()), percentileOf(new Map(), 50), sizeOf(new Map())]).toEqual([null, null, 0]);
  });

  it('are the same as of every value by itself', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (list, percent) => {
        const sorted = [...list].sort((a, b) => a - b);
        const rank = (percent / 100) * (sorted.length - 1);
        const [below = 0, above = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
        expect(percentileOf(histogramOf(list), percent)).toBeCloseTo(below + (above - below) * (rank % 1), 9);
        expect(meanOf(histogramOf(list))).toBeCloseTo(list.reduce((a, b) => a + b) / list.length, 9);
        expect(sizeOf(histogramOf(list))).toBe(list.length);
      }),
    );
  });
});
