import { fingerprintOf, isUuid, isUuidInSmallLetters } from './named-command';

const KEY = '00000000-0000-4000-8000-00000000000a';

describe('a command by its name', () => {
  it.each([
    [KEY, true, true],
    [KEY.toUpperCase(), true, false],
    ['', false, false],
    [`${KEY} `, false, false],
    [KEY.slice(1), false, false],
    [KEY.replace('a', 'g'), false, false],
  ])('%j is a UUID: %s, in small letters: %s', (text, any, small) => {
    expect([isUuid(text), isUuidInSmallLetters(text)]).toEqual([any, small]);
  });

  it('asks the same in whatever order it is written, and something else with another value or list', () => {
    const asked = { a: 1, b: { c: [1, 2], d: null } };
    expect(fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 })).toBe(fingerprintOf(asked));
    for (const other of [{ ...asked, a: 2 }, { ...asked, b: { c: [2, 1], d: null } }, { a: 1 }])
      expect(fingerprintOf(other)).not.toBe(fingerprintOf(asked));
  });
});
