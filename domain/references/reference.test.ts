import fc from 'fast-check';
import { isGarbled, referenceKey, tidyReference } from './reference';

describe('what a reference is sought by', () => {
  it.each([
    ['#100278851', '100278851'],
    [' csc\u20132198 ', 'CSC2198'],
    ['ASC-C-41998', 'ASCC41998'],
    ['100\u00a0278 851', '100278851'],
    ['="0007"', '0007'],
    ['straße 12', 'STRAE12'],
    ['#', ''],
  ])('of %j is %j', (written, key) => {
    expect(referenceKey(written)).toBe(key);
  });

  it('is its own key, and that of the reference as everybody reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (written) => {
        const key = referenceKey(written);
        expect(referenceKey(key)).toBe(key);
        expect(referenceKey(tidyReference(written))).toBe(key);
        expect(referenceKey(written.replace(/[a-z]/g, (letter) => letter.toUpperCase()))).toBe(key);
      }),
    );
  });

  it('is another for another letter, digit or nought', () => {
    expect(new Set(['CSC-2198', 'CSD-2198', 'CSC-2199', 'CSC-02198'].map(referenceKey)).size).toBe(4);
  });
});

describe('a reference of which a part was lost', () => {
  it.each(['9.10000E+08', '9,1e+08', '9E8', 'CSC-\ufffd'])('is %j', (written) => {
    expect(isGarbled(written)).toBe(true);
  });

  it.each(['E45', 'CSC-2198', '100278851', '9-E-08'])('is not %j', (written) => {
    expect(isGarbled(written)).toBe(false);
  });
});
