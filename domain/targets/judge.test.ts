import fc from 'fast-check';
import type { Figure } from '../figures/figures';
import { judge } from './judge';
import type { Polarity } from './standing';

const rate = (numerator: number, denominator: number): Figure => ({
  unit: 'RATE',
  value: numerator / denominator,
  numerator,
  denominator,
});
const count = (value: number | null): Figure => ({ unit: 'COUNT', value });
const days = (value: number): Figure => ({ unit: 'WORKING_DAYS', value });
const NINETY = { value: 0.9, tolerance: 5 };

const words = (figure: Figure, aim: { value: number; tolerance: number }, polarity: Polarity) =>
  judge(figure, aim, polarity)?.words.replaceAll('\u00a0', ' ');

describe('how a figure stands to its target', () => {
  it.each([
    [90, 'Green: meets 90 %'],
    [89, 'Amber: within 5 points of 90 %'],
    [85, 'Amber: within 5 points of 90 %'],
    [84, 'Red: more than 5 points below 90 %'],
  ])('says of %d of 100 in time: %s', (numerator, said) => {
    expect(words(rate(numerator, 100), NINETY, 'HIGHER_IS_BETTER')).toBe(said);
  });

  it('says the same of what is to stay low, in its own unit', () => {
    expect(words(count(12), { value: 12, tolerance: 3 }, 'LOWER_IS_BETTER')).toBe('Green: no more than 12');
    expect(words(count(15), { value: 12, tolerance: 3 }, 'LOWER_IS_BETTER')).toBe('Amber: within 3 of 12');
    expect(words(count(16), { value: 12, tolerance: 3 }, 'LOWER_IS_BETTER')).toBe(
      'Red: more than 3 above 12',
    );
    expect(words(days(11.5), { value: 10, tolerance: 2 }, 'LOWER_IS_BETTER')).toBe(
      'Amber: within 2 working days of 10 working days',
    );
    expect(words(rate(21, 100), { value: 0.2, tolerance: 1 }, 'LOWER_IS_BETTER')).toBe(
      'Amber: within 1 point of 20 %',
    );
  });

  it('knows no amber without a tolerance', () => {
    expect(words(rate(899, 1000), { value: 0.9, tolerance: 0 }, 'HIGHER_IS_BETTER')).toBe('Red: below 90 %');
    expect(words(count(13), { value: 12, tolerance: 0 }, 'LOWER_IS_BETTER')).toBe('Red: above 12');
  });

  it('judges by the exact figure, though it is read as 90 %', () => {
    expect(judge(rate(179, 200), { value: 0.9, tolerance: 0 }, 'HIGHER_IS_BETTER')?.rag).toBe('RED');
    expect(judge(rate(180, 200), { value: 0.9, tolerance: 0 }, 'HIGHER_IS_BETTER')?.rag).toBe('GREEN');
  });

  it('says nothing of a volume, of what is not known and of what is not told', () => {
    expect(judge(count(12), { value: 12, tolerance: 0 }, 'NEITHER')).toBeNull();
    expect(judge(count(null), { value: 12, tolerance: 0 }, 'LOWER_IS_BETTER')).toBeNull();
    expect(judge({ ...rate(1, 2), suppressed: true }, NINETY, 'HIGHER_IS_BETTER')).toBeNull();
  });

  const ORDER = ['RED', 'AMBER', 'GREEN'];
  const grade = (figure: Figure, aim: { value: number; tolerance: number }, polarity: Polarity) =>
    ORDER.indexOf(judge(figure, aim, polarity)?.rag ?? '');
  const someCount = fc.integer({ min: 0, max: 1000 });

  it('never judges worse what is better, nor what is given more tolerance', () => {
    fc.assert(
      fc.property(someCount, someCount, someCount, someCount, (now, better, value, tolerance) => {
        const [low, high] = [Math.min(now, better), Math.max(now, better)];
        const aim = { value, tolerance };
        expect(grade(count(high), aim, 'HIGHER_IS_BETTER')).toBeGreaterThanOrEqual(
          grade(count(low), aim, 'HIGHER_IS_BETTER'),
        );
        expect(
          grade(count(now), { value, tolerance: tolerance + 1 }, 'LOWER_IS_BETTER'),
        ).toBeGreaterThanOrEqual(grade(count(now), aim, 'LOWER_IS_BETTER'));
      }),
    );
  });

  it('mirrors the two polarities at the target', () => {
    fc.assert(
      fc.property(someCount, someCount, someCount, (apart, value, tolerance) => {
        const aim = { value, tolerance };
        expect(judge(count(value + apart), aim, 'LOWER_IS_BETTER')?.rag).toBe(
          judge(count(value - apart), aim, 'HIGHER_IS_BETTER')?.rag,
        );
      }),
    );
  });

  it('takes what is exactly on a line to the better side, of every rate', () => {
    const whole = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (of, percent, points) => {
          fc.pre(points <= percent);
          const aim = { value: percent / 100, tolerance: points };
          const onLine = rate((percent - points) * of, 100 * of);
          expect(judge(onLine, aim, 'HIGHER_IS_BETTER')?.rag).toBe(points === 0 ? 'GREEN' : 'AMBER');
          fc.pre(percent > points);
          expect(judge(rate((percent - points) * of - 1, 100 * of), aim, 'HIGHER_IS_BETTER')?.rag).toBe(
            'RED',
          );
        },
      ),
    );
  });
});
