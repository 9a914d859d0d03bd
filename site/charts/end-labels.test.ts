import fc from 'fast-check';
import { overPeriods } from './chart-data';
import { apart, endLabels } from './end-labels';

const data = overPeriods({
  id: 'received',
  title: 'Received',
  subtitle: 'Number',
  unit: 'COUNT',
  periods: [{ label: 'Q1' }, { label: 'Q2' }],
  series: [
    { name: 'Corporate', values: [55, 67] },
    { name: 'Schools', values: [7, null] },
    { name: 'Adults', values: [null, null] },
  ],
});

describe('the labels at the ends of lines', () => {
  it('tell the newest value that is recorded', () => {
    expect(endLabels(data, { withNames: true })).toEqual([
      { words: 'Corporate 67', look: 1, lastIndex: 1, value: 67 },
      { words: 'Schools 7', look: 2, lastIndex: 0, value: 7 },
    ]);
  });

  it('leave their names to the key where there is no room', () => {
    expect(endLabels(data, { withNames: false }).map(({ words }) => words)).toEqual(['67', '7']);
  });

  it('are a step apart, between top and bottom, in their order', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const sorted = [...wanted].sort((one, other) => one - other);
        const found = apart(sorted, { step: 18, from: 0, to: 200 });
        expect(found).toHaveLength(sorted.length);
        for (const height of found) {
          expect(height).toBeGreaterThanOrEqual(0);
          expect(height).toBeLessThanOrEqual(200);
        }
        for (const [index, height] of found.slice(1).entries())
          expect(height - (found[index] ?? 0)).toBeGreaterThanOrEqual(18);
      }),
    );
  });

  it('stay where they are while they are apart', () => {
    expect(apart([10, 50, 90], { step: 18, from: 0, to: 100 })).toEqual([10, 50, 90]);
    expect(apart([10, 12], { step: 18, from: 0, to: 100 })).toEqual([10, 28]);
    expect(apart([99, 100], { step: 18, from: 0, to: 100 })).toEqual([82, 100]);
  });
});
