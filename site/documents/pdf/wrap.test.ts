import fc from 'fast-check';
import { wrapRuns } from './wrap';

/** Each letter is as wide as the size. */
const measure = (text: string): number => Array.from(text).length;
const wrapped = (text: string, width: number) =>
  wrapRuns([{ text }], { width, size: 1, measure }).map(({ pieces }) =>
    pieces.map((piece) => piece.text).join(''),
  );

describe('words in lines', () => {
  it('are broken after a blank, which is kept for whoever hears them, and is no width', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two ', 'three']);
    expect(wrapRuns([{ text: 'one two three' }], { width: 7, size: 1, measure })[0]?.width).toBe(7);
    expect(wrapped('  one', 7)).toEqual(['one']);
    expect(wrapped('', 7)).toEqual([]);
  });

  it('are broken between letters where a word is wider than a line', () => {
    expect(wrapped('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh ', 'ij']);
  });

  it('keep a word together that changes its look', () => {
    const lines = wrapRuns([{ text: 'so ' }, { text: 'sharp', isBold: true }, { text: 'ly' }], {
      ...{ width: 8, size: 1, measure },
    });
    expect(lines.map(({ pieces }) => pieces)).toEqual([
      [{ text: 'so ', face: 'regular', at: 0 }],
      [
        { text: 'sharp', face: 'bold', at: 0 },
        { text: 'ly', face: 'regular', at: 5 },
      ],
    ]);
  });

  it('lose no letter, and are never wider than the line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
        fc.integer({ min: 1, max: 20 }),
        (words, width) => {
          const lines = wrapRuns([{ text: words.join(' ') }], { width, size: 1, measure });
          const said = lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
          expect(said.replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
