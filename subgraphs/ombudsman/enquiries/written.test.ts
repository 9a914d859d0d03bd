import { keyUnusable, textUnusable, wordsOf, wordsUnusable } from './written';

describe('what is written at a command', () => {
  it('is kept without the blanks around it, and not at all where nothing is', () => {
    expect(wordsOf('NOTE', '  Ours. ')).toEqual([{ part: 'NOTE', words: 'Ours.' }]);
    for (const nothing of [null, undefined, ' \n']) expect(wordsOf('NOTE', nothing)).toEqual([]);
  });

  it('has an end', () => {
    expect(wordsUnusable(wordsOf('NOTE', 'x'.repeat(10_000)))).toBeNull();
    expect(wordsUnusable(wordsOf('NOTE', 'x'.repeat(10_001)))).toMatchObject({ part: 'words' });
    expect(textUnusable('text', 'x'.repeat(1_000))).toBeNull();
    for (const text of ['x'.repeat(1_001), ' '])
      expect(textUnusable('text', text)).toMatchObject({ part: 'text' });
  });

  it('is named by a UUID', () => {
    expect(keyUnusable('6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e')).toBeNull();
    for (const key of ['', 'first', '6D6E1F3C-58A4-4A0B-9F5E-1D2A3B4C5D6E'])
      expect(keyUnusable(key)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'key' });
  });
});
