import fc from 'fast-check';
import { FileRefused } from '../record';
import { excerpt, printable } from './printable';

describe('what a message repeats of a cell', () => {
  it('is what it says, without the spaces around it', () => {
    expect(excerpt('  Zoë’s "café" – 王芳 👩‍👧 ')).toBe('Zoë’s "café" – 王芳 👩‍👧');
    expect(excerpt('   ')).toBe('');
  });

  it('is on one line, and nothing that a terminal obeys', () => {
    expect(excerpt('a\r\nb\tc\u2028d')).toBe('a b c d');
    expect(excerpt('a\u001b[31mred\u0007\u009b2J\u202Edlog')).toBe('a\ufffd[31mred\ufffd\ufffd2J\ufffddlog');
  });

  it('is all of a hundred characters, and of more the beginning', () => {
    expect(excerpt('x'.repeat(100))).toBe('x'.repeat(100));
    expect(excerpt('x'.repeat(101))).toBe(`${'x'.repeat(99)}…`);
    expect(excerpt('x'.repeat(1_000_000))).toHaveLength(100);
    expect(excerpt(`${'x'.repeat(98)}😀😀`)).toBe(`${'x'.repeat(98)}…`);
  });

  it('is short, whole characters and without controls, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (cell) => {
        const text = excerpt(cell);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/\p{Cc}/u);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

it('no refusal has controls in it', () => {
  const { message } = new FileRefused('WRONG_HEADER', 'The sheet "a\u001b[2J" is\nwrong.');
  expect(message).toBe('The sheet "a\ufffd[2J" is wrong.');
  expect(printable('plain')).toBe('plain');
});
