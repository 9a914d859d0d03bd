import fc from 'fast-check';
import type { Figure } from '../figures/figures';
import { directionOf } from './direction';

const count = (value: number | null): Figure => ({ unit: 'COUNT', value });
const rate = (numerator: number, denominator: number): Figure => ({
  unit: 'RATE',
  value: numerator / denominator,
  numerator,
  denominator,
});

describe('which way a figure went', () => {
  it('follows the polarity of its measure', () => {
    expect(directionOf(rate(90, 100), rate(60, 100), 'HIGHER_IS_BETTER')).toBe('BETTER');
    expect(directionOf(rate(60, 100), rate(90, 100), 'HIGHER_IS_BETTER')).toBe('WORSE');
    expect(directionOf(count(72), count(30), 'LOWER_IS_BETTER')).toBe('WORSE');
    expect(directionOf(count(30), count(72), 'LOWER_IS_BETTER')).toBe('BETTER');
    expect(directionOf(count(72), count(30), 'NEITHER')).toBe('CHANGED');
  });

  it('calls noise the same: one complaint more, and a rate of a few', () => {
    expect(directionOf(count(5), count(4), 'LOWER_IS_BETTER')).toBe('SAME');
    expect(directionOf(rate(1, 1), rate(0, 1), 'HIGHER_IS_BETTER')).toBe('SAME');
    expect(directionOf(rate(81, 100), rate(80, 100), 'HIGHER_IS_BETTER')).toBe('SAME');
    expect(directionOf(count(7), count(7), 'NEITHER')).toBe('SAME');
  });

  it('is not said where one is not known, or not told', () => {
    expect(directionOf(count(null), count(4), 'LOWER_IS_BETTER')).toBeNull();
    expect(directionOf(count(4), count(null), 'LOWER_IS_BETTER')).toBeNull();
    expect(directionOf({ ...count(4), suppressed: true }, count(40), 'LOWER_IS_BETTER')).toBeNull();
    expect(directionOf(count(40), { ...count(4), suppressed: true }, 'LOWER_IS_BETTER')).toBeNull();
  });

  const OPPOSITE = { BETTER: 'WORSE', WORSE: 'BETTER', SAME: 'SAME', CHANGED: 'CHANGED' } as const;
  it('turns round with time and with the polarity', () => {
    const some = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(some, some, (now, before) => {
        const went = directionOf(count(now), count(before), 'HIGHER_IS_BETTER') ?? 'CHANGED';
        expect(directionOf(count(before), count(now), 'HIGHER_IS_BETTER')).toBe(OPPOSITE[went]);
        expect(directionOf(count(now), count(before), 'LOWER_IS_BETTER')).toBe(OPPOSITE[went]);
      }),
    );
  });
});
