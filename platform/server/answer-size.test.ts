import fc from 'fast-check';
import { isWithinBytes, MAX_ANSWER_BYTES } from './answer-size';

describe('the size of an answer', () => {
  it('is within its bound, give or take, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const bytes = JSON.stringify(value).length;
        expect(isWithinBytes(value, bytes * 3 + 20)).toBe(true);
        expect(isWithinBytes(value, Math.floor(bytes / 3) - 10)).toBe(false);
      }),
    );
  });

  it('is seen of one long text under many names', () => {
    const text = 'x'.repeat(10_000);
    const answer = (names: number) => ({
      data: Object.fromEntries(Array.from({ length: names }, (_, i) => [`a${i}`, text])),
    });
    expect(isWithinBytes(answer(MAX_ANSWER_BYTES / 10_000 - 10))).toBe(true);
    expect(isWithinBytes(answer(MAX_ANSWER_BYTES / 10_000 + 10))).toBe(false);
  });
});
