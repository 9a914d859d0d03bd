import fc from 'fast-check';
import { literalOf } from './literal';

describe('a value as the database reads it', () => {
  it.each([
    ['integer', '-0012', '-12'],
    ['integer', '2147483647', '2147483647'],
    ['boolean', 'true', 'true'],
    ['day', '2020-02-29', '2020-02-29'],
    ['moment', '2021-04-01T00:00:00Z', '2021-04-01T00:00:00Z'],
    ['moment', '2021-04-01T10:00+01:00', '2021-04-01T10:00+01:00'],
    ['moment', '2021-04-01T00:00:00.1234560Z', '2021-04-01T00:00:00.123456Z'],
    ['moment', '2021-04-01T00:00:00.0000000Z', '2021-04-01T00:00:00Z'],
    ['text', "it's", "it's"],
  ] as const)('%s %s', (type, text, literal) => {
    expect(literalOf(type, text)).toBe(literal);
  });

  it.each([
    ['integer', '2147483648'],
    ['integer', '1.0'],
    ['integer', ''],
    ['boolean', 'TRUE'],
    ['day', '2021-02-29'],
    ['day', '2021-04-01T00:00:00Z'],
    ['moment', '2021-04-01'],
    ['moment', '2021-02-30T00:00:00Z'],
    ['moment', '2021-04-01T24:00:00Z'],
    ['moment', '2021-04-01T00:00:00'],
    ['moment', '2021-04-01T00:00:00.1234561Z'],
    ['moment', "2021-04-01T00:00:00Z'; --"],
  ] as const)('not as %s: %s', (type, text) => {
    expect(literalOf(type, text)).toBeNull();
  });

  it('is never what it was not checked to be', () => {
    const types = fc.constantFrom('integer', 'boolean', 'day', 'moment');
    fc.assert(
      fc.property(types, fc.string(), (type, text) => {
        expect(literalOf(type, text) ?? '').toMatch(/^[-+0-9:.TZa-z]*$/);
      }),
    );
  });
});
