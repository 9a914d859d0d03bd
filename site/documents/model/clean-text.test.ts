import fc from 'fast-check';
import { cleanText } from './clean-text';

describe('a text that goes into a file', () => {
  it('holds no control character, half letter or turn of direction', () => {
    expect(cleanText('a\u0000b\u0007c\uD800d\uFFFEe\u202Ef\tg\r\nh')).toBe('abcdef g h');
    expect(cleanText('“Ça va”, 63\u00a0% – é')).toBe('“Ça va”, 63\u00a0% – é');
  });

  it('is the same when it is cleaned twice, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanText(text)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
