import { givenDay, givenOwner, givenWords, UnusablePart, wordsOrNone } from './check';

/** The part that is refused. */
const refused = (read: () => unknown): string | null => {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof UnusablePart) return error.refusal.part;
    throw error;
  }
};

describe('a part of a command', () => {
  it('is a day, or is refused by its name', () => {
    expect(givenDay('on', '2026-02-28')).toBe('2026-02-28');
    for (const value of ['2026-02-29', '28/02/2026', 20260228, null])
      expect(refused(() => givenDay('on', value))).toBe('on');
  });

  it('is 1 to 10,000 characters without spaces around them', () => {
    expect(givenWords('action', '  Move it ')).toBe('Move it');
    expect(givenWords('action', 'x'.repeat(10_000))).toHaveLength(10_000);
    for (const words of ['', '  ', 'x'.repeat(10_001)])
      expect(refused(() => givenWords('action', words))).toBe('action');
    expect([wordsOrNone('reason', ' '), wordsOrNone('reason', null), wordsOrNone('reason', 'So')]).toEqual([
      ...[null, null, 'So'],
    ]);
  });

  it('is somebody by the subject of their sign-in, or nobody', () => {
    expect([givenOwner('olu.b-1'), givenOwner(' '), givenOwner(undefined)]).toEqual(['olu.b-1', null, null]);
    for (const owner of ['o lu', 'olu@made.up', 'x'.repeat(129)])
      expect(refused(() => givenOwner(owner))).toBe('owner');
  });
});
