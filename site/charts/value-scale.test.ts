import fc from 'fast-check';
import { valueScale } from './value-scale';

const wordsOf = (unit: 'COUNT' | 'RATE' | 'WORKING_DAYS', largest: number): string[] =>
  valueScale({ unit, largest, range: [100, 0] }).ticks.map(({ words }) => words);

describe('an axis of values', () => {
  it('has whole marks of counts, with their thousands apart', () => {
    expect(wordsOf('COUNT', 1)).toEqual(['0', '1', '2', '3', '4']);
    expect(wordsOf('COUNT', 0)).toEqual(['0', '1', '2', '3', '4']);
    expect(wordsOf('COUNT', 1_234_567)).toEqual(['0', '500,000', '1,000,000', '1,500,000']);
    expect(wordsOf('WORKING_DAYS', 32.5)).toEqual(['0', '10', '20', '30', '40']);
  });

  it('shows rates against the whole where they come near it', () => {
    expect(wordsOf('RATE', 0.7).at(-1)).toBe('100\u00a0%');
    expect(wordsOf('RATE', 0).at(-1)).toBe('100\u00a0%');
    expect(wordsOf('RATE', 0.05)).toEqual(['0', '1', '2', '3', '4', '5'].map((n) => `${n}\u00a0%`));
    expect(wordsOf('RATE', 0.02)).toEqual(['0', '0.5', '1', '1.5', '2'].map((n) => `${n}\u00a0%`));
  });

  it('begins at zero, holds the largest, and never says two marks alike', () => {
    const unit = fc.constantFrom('COUNT', 'RATE', 'WORKING_DAYS');
    fc.assert(
      fc.property(unit, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7), (of, part, power) => {
        const largest = of === 'RATE' ? part : part * 10 ** power;
        const { at, ticks } = valueScale({ unit: of, largest, range: [100, 0] });
        expect(at(0)).toBe(100);
        expect(at(largest)).toBeGreaterThanOrEqual(-1e-9);
        expect(ticks[0]?.value).toBe(0);
        expect(ticks.length).toBeGreaterThan(1);
        expect(new Set(ticks.map(({ words }) => words)).size).toBe(ticks.length);
      }),
    );
  });
});
