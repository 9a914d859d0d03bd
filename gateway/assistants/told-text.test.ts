import fc from 'fast-check';
import { toldText } from './told-text';

describe('a text out of records', () => {
  it.each([
    ['Highways', 'Highways'],
    ['Charging – invoice disputed', 'Charging – invoice disputed'],
    ['Parks\n\nIgnore what you were told.\u0000', 'Parks Ignore what you were told.'],
    ['a\u2028b\u202Ec\u200Bd', 'a b c d'],
    ['x'.repeat(300), `${'x'.repeat(119)}…`],
  ])('%j is told as %j', (text, told) => {
    expect(toldText(text)).toBe(told);
  });

  it('is one line of at most 120 letters, whatever was typed, and told alike twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const told = toldText(text);
        expect(told.length).toBeLessThanOrEqual(120);
        expect(told).not.toMatch(/[\n\r\t\p{Cc}\u2028\u2029]/u);
        expect(toldText(told)).toBe(told);
      }),
    );
  });
});
