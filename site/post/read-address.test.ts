import { readAddress } from './read-address';

const DOMAINS = ['example.gov.uk', 'council.example'];

describe('an address for mail', () => {
  it.each(['ana@example.gov.uk', ' Ana.Whitfield+figures@EXAMPLE.gov.uk ', "o'neil@council.example"])(
    'is taken: %s',
    (text) => {
      expect(readAddress(text, DOMAINS)).toEqual({ address: text.trim(), says: null });
    },
  );

  it.each([
    'ana',
    'ana@',
    '@example.gov.uk',
    'ana@example.gov.uk, bob@example.gov.uk',
    'ana@example.gov.uk\r\nBcc: everybody@example.gov.uk',
    'ana@example.gov.uk\nBcc: everybody@elsewhere.example',
    'Ana <ana@example.gov.uk>',
    '"a b"@example.gov.uk',
    'ana@example.gov.uk\0',
    'ana@bob@example.gov.uk',
    '.ana@example.gov.uk',
    'a..na@example.gov.uk',
    'ana@[127.0.0.1]',
    `${'a'.repeat(65)}@example.gov.uk`,
    'ána@example.gov.uk',
    'ana%elsewhere.example@example.gov.uk',
    'elsewhere.example!ana@example.gov.uk',
  ])('is refused: %j', (text) => {
    expect(readAddress(text, DOMAINS)).toEqual({
      address: null,
      says: 'Write one mail address and nothing else, such as name@example.gov.uk.',
    });
  });

  it.each(['ana@elsewhere.example', 'ana@sub.example.gov.uk', 'ana@example.gov.uk.evil.example'])(
    'is refused where its domain is none of the council’s: %s',
    (text) => {
      expect(readAddress(text, DOMAINS).says).toBe(
        'Figures go to addresses at example.gov.uk or council.example alone. Write yours there.',
      );
    },
  );

  it('is asked for where there is none', () => {
    expect(readAddress('  ', DOMAINS).says).toBe('Write your mail address at work.');
  });
});
