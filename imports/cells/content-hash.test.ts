import fc from 'fast-check';
import { contentHash } from './content-hash';

describe('contentHash', () => {
  it.each([
    ['spaces around', ['a b', 'c'], [' a b ', 'c']],
    ['spaces inside', ['a b', 'c'], ['a  b', 'c']],
    ['no spaces at all', ['a b', 'c'], ['ab', 'c']],
    ['line breaks of another kind', ['a\nb'], ['a\r\nb']],
    ['a no-break space', ['a b'], ['a\u00a0b']],
  ])('is the same with %s', (_with, one, other) => {
    expect(contentHash(one)).toBe(contentHash(other));
  });

  it.each([
    ['another letter', ['a'], ['b']],
    ['another case', ['a'], ['A']],
    ['text in the neighbour’s cell', ['ab', 'c'], ['a', 'bc']],
    ['an empty cell more', ['a'], ['a', '']],
    ['an empty cell elsewhere', ['', 'a'], ['a', '']],
    ['no cell for an empty one', [], ['']],
    ['a line break that would part two cells', ['a\nb'], ['a', 'b']],
  ])('differs with %s', (_with, one, other) => {
    expect(contentHash(one)).not.toBe(contentHash(other));
  });

  it('is the same for the same record on any machine', () => {
    // SHA-256 of "a\n" by sha256sum, so that what was stored yesterday is still a copy tomorrow.
    expect(contentHash(['a'])).toBe('h0KPxSKAPTEGXnvOPPA_5HUJZjHl4Hu9eg_eYMTPJcc');
  });

  it('is equal exactly where the cells are, white space aside', () => {
    const cells = fc.array(fc.constantFrom('', 'a', 'b', 'ab', ' a', '\n', 'a\nb'), { maxLength: 3 });
    const bare = (row: readonly string[]) => JSON.stringify(row.map((cell) => cell.replace(/\s/g, '')));
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        expect(contentHash(one) === contentHash(other)).toBe(bare(one) === bare(other));
      }),
      { numRuns: 1_000 },
    );
  });
});
