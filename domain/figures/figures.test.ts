import fc from 'fast-check';
import { type Figure, figureWords, isNoise, shortFigureWords } from './figures';

const counts = (value: number | null): Figure => ({ unit: 'COUNT', value });
const days = (value: number | null): Figure => ({ unit: 'WORKING_DAYS', value });
const rate = (numerator: number, denominator: number): Figure => ({
  unit: 'RATE',
  value: numerator / denominator,
  numerator,
  denominator,
});

describe('a figure in words', () => {
  it.each([
    [counts(1_234), '1,234', '1,234'],
    [rate(81, 116), '70\u00a0%', '70\u00a0%'],
    [days(12.5), '12.5 working days', '12.5'],
  ])('is told in its unit: %j', (figure, words, short) => {
    expect(figureWords(figure)).toBe(words);
    expect(shortFigureWords(figure)).toBe(short);
  });

  it.each(['COUNT', 'RATE', 'WORKING_DAYS'] as const)('of %s is not recorded where it is null', (unit) => {
    expect(figureWords({ unit, value: null })).toBe('not recorded');
    expect(shortFigureWords({ unit, value: null })).toBe('not recorded');
  });
});

describe('a difference', () => {
  it.each([
    [counts(30), counts(72), false],
    [counts(5), counts(21), false],
    [counts(30), counts(40), true],
    [counts(0), counts(3), true],
    [counts(0), counts(5), false],
    [rate(81, 116), rate(60, 116), false],
    [rate(81, 116), rate(75, 116), true],
    [rate(1, 1), rate(0, 1), true],
    [rate(20, 20), rate(0, 20), false],
    [{ unit: 'RATE', value: 0.7 } as const, { unit: 'RATE', value: 0.66 } as const, true],
    [{ unit: 'RATE', value: 0.7 } as const, { unit: 'RATE', value: 0.6 } as const, false],
    [days(12), days(12.5), true],
    [days(12), days(14), false],
    [days(60), days(65), true],
    [counts(null), counts(72), true],
  ])('of %j and %j is noise: %s', (one, other, noise) => {
    expect(isNoise(one, other)).toBe(noise);
    expect(isNoise(other, one)).toBe(noise);
  });

  it('of a figure from itself is noise, and of counts grows out of it', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, (one, apart, further) => {
        expect(isNoise(counts(one), counts(one))).toBe(true);
        if (!isNoise(counts(one), counts(one + apart)))
          expect(isNoise(counts(one), counts(one + apart + further))).toBe(false);
      }),
    );
  });
});
