import fc from 'fast-check';
import { readEarlierReference, readReference } from './references';

describe('a reference', () => {
  it.each([
    [' CSC-2198 ', 'CSC-2198'],
    ['100\u00a0278  577', '100 278 577'],
    ['CSC\u2011\t2198', 'CSC\u2011 2198'],
    ['="910000005"', '910000005'],
    ['= "0007"', '0007'],
    ["'910000005", '910000005'],
    ["'910000005'", '910000005'],
    ['\ufeffCSC-91131\u200b', 'CSC-91131'],
    ['CSC-\u00ad91\u2060131\u200e', 'CSC-91131'],
    ['CSC-\u202a91131\u202c\ufe0f', 'CSC-91131'],
    ['E45', 'E45'],
    ['ASC-C-1E5', 'ASC-C-1E5'],
    ['9'.repeat(100), '9'.repeat(100)],
    [`9${'𝔸'.repeat(99)}`, `9${'𝔸'.repeat(99)}`],
    [`9${' '.repeat(500)}9`, '9 9'],
  ])('"%s" is %s', (cell, expected) => {
    expect(readReference(cell)).toBe(expected);
  });

  it.each([
    ...['9.10000E+08', '9,1e+08', '9E8', '-1.5e-7', '="9.1E+08"', "'9.10000E+08", '9.1\u200bE+08', '9.E+08'],
    ...['93000\ufffd003', '9'.repeat(101), `9${'𝔸'.repeat(100)}`, 'n/a', ' ', '', '=""', "'", '\u200b'],
  ])('"%s" is none', (cell) => {
    expect(readReference(cell)).toBeNull();
  });

  const plain = fc.stringMatching(/^[A-DF-Z0-9][A-DF-Z0-9/-]{0,20}[0-9]$/);
  const invisible = fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u00ad',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u180e',
    '\u061c',
  );
  const wrapping = fc.constantFrom(
    (text: string) => text,
    (text: string) => `="${text}"`,
    (text: string) => `'${text}`,
    (text: string) => `\u00a0${text} `,
  );

  it('is the same however it is wrapped, and whatever invisible stands in it', () => {
    fc.assert(
      fc.property(plain, invisible, wrapping, fc.nat(22), (reference, mark, wrap, place) => {
        const marked = reference.slice(0, place) + mark + reference.slice(place);
        expect(readReference(wrap(marked))).toBe(reference);
        expect(readReference(reference)).toBe(reference);
      }),
    );
  });

  it('is another in another case, with another dash, space or a nought more', () => {
    const others = ['CSC-2198', 'csc-2198', 'CSC\u20132198', 'CSC 2198', 'CSC2198', 'CSC-02198'];
    expect(new Set(others.map(readReference)).size).toBe(others.length);
  });

  it('that is read is read as itself again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (cell) => {
        const read = readReference(cell);
        if (read !== null && !/^['’=]/.test(read)) expect(readReference(read)).toBe(read);
      }),
    );
  });
});

describe('a reference by the rules of before', () => {
  it.each([
    [' CSC - 2198 ', 'CSC-2198'],
    ['="910000005"', '="910000005"'],
    ['9.10000E+08', '9.10000E+08'],
    ['9'.repeat(101), null],
    ['n/a', null],
  ])('"%s" was %s', (cell, expected) => {
    expect(readEarlierReference(cell)).toBe(expected);
  });
});
