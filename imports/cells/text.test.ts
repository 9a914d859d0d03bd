import fc from 'fast-check';
import { blank, digits, foldWord, readText, readWord, readWritten, wordTable } from './text';

const outcomes = wordTable([
  ['Upheld', 'UPHELD'],
  ['Upheld - apology given', 'UPHELD'],
  ['No fault found', 'NOT_UPHELD'],
  ['N/A', null],
]);

describe('readWord', () => {
  it.each([
    ['as listed', 'Upheld'],
    ['in capitals', 'UPHELD - APOLOGY GIVEN'],
    ['in small letters', 'upheld'],
    ['with spaces around', '  Upheld '],
    ['with a run of spaces inside', 'Upheld  -  apology   given'],
    ['with white space of other kinds', '\u00a0Upheld\t-\napology given\u00a0'],
  ])('knows a word %s', (_how, cell) => {
    expect(readWord(cell, outcomes)).toEqual({ kind: 'word', means: 'UPHELD' });
  });

  it('may mean nothing at all', () => {
    expect(readWord('n/a', outcomes)).toEqual({ kind: 'word', means: null });
  });

  it.each([
    ['a part of a word', 'Upheld - apology'],
    ['a word without its spaces', 'Nofaultfound'],
    ['a name that every object has', 'constructor'],
    ['a word with more after it', 'Upheld?'],
  ])('does not know %s, and keeps it as written', (_what, cell) => {
    expect(readWord(` ${cell} `, outcomes)).toEqual({ kind: 'unknown', written: cell });
  });

  it.each(['', ' ', '\u00a0\t\n'])('a cell of nothing but spaces is blank', (cell) => {
    expect(readWord(cell, outcomes)).toEqual({ kind: 'blank' });
  });

  it('finds every word of its list, however it is cased and spaced', () => {
    const spaces = fc.constantFrom('', ' ', '  ', '\t', '\u00a0');
    fc.assert(
      fc.property(
        fc.constantFrom('Upheld - apology given', 'No fault found'),
        spaces,
        fc.func(fc.boolean()),
        (word, space, isUpper) => {
          const cased = [...word]
            .map((letter, place) => (isUpper(place) ? letter.toUpperCase() : letter.toLowerCase()))
            .join('');
          const cell = space + cased.replaceAll(' ', ` ${space}`) + space;
          expect(readWord(cell, outcomes)).toEqual(readWord(word, outcomes));
        },
      ),
    );
  });
});

describe('wordTable', () => {
  it('takes a word twice with one meaning, and refuses it with two', () => {
    const made = wordTable([
      ['Upheld', 1],
      ['UPHELD ', 1],
    ]);
    expect(readWord('upheld', made)).toEqual({ kind: 'word', means: 1 });
    const twoMeanings = [
      ['Upheld', 1],
      ['UPHELD ', 2],
    ] as const;
    expect(() => wordTable(twoMeanings)).toThrow(
      'A list of words gives "UPHELD " two meanings: keep one of them.',
    );
  });

  it('refuses a blank word, which would give every empty cell a meaning', () => {
    expect(() => wordTable([[' ', 1]])).toThrow('A list of words holds a blank one: take it out.');
  });
});

describe('text, blanks and digits', () => {
  it('takes the spaces off around text, and none inside', () => {
    expect(readText('  Line one.\nLine  two. ')).toBe('Line one.\nLine  two.');
    expect(readText('0')).toBe('0');
    expect(readText('\u00a0 ')).toBeNull();
  });

  it.each([
    ['a', 300],
    ['é', 300],
    ['𝔸', 300],
  ])('keeps so much of a word as any has, of "%s" too', (character, most) => {
    expect(readWritten(` ${character.repeat(most)} `)).toBe(character.repeat(most));
    expect(readWritten(character.repeat(most + 1))).toBe(`${character.repeat(most - 1)}…`);
    expect(readWritten(' ')).toBeNull();
  });

  it('never keeps more than 300 characters of a word, nor half of one, and changes nothing shorter', () => {
    const words = fc.string({ unit: 'binary', maxLength: 700 }).map((word) => word.trim());
    fc.assert(
      fc.property(words, (word) => {
        const kept = readWritten(word) ?? '';
        expect(Buffer.from(kept).toString()).toBe(kept);
        if ([...word].length <= 300) expect(kept).toBe(word);
        else expect([...kept]).toEqual([...[...word].slice(0, 299), '…']);
      }),
    );
  });

  it('tells a blank cell from one that says something', () => {
    expect([blank(''), blank(' \t\r\n\u00a0'), blank('0'), blank('-')]).toEqual([true, true, false, false]);
  });

  it('folds a word once and for all', () => {
    fc.assert(fc.property(fc.string(), (word) => expect(foldWord(foldWord(word))).toBe(foldWord(word))));
  });

  it.each([
    ['#100 278577', '100278577'],
    ['CRM-100278577', '100278577'],
    ['100278577', '100278577'],
    ['ref. 007', '007'],
    ['none', ''],
    ['', ''],
    ['١٢٣', ''],
  ])('takes the digits of "%s"', (cell, expected) => {
    expect(digits(cell)).toBe(expected);
  });
});
