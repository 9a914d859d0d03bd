import { ownOf } from './own-of';

describe('what a table says of a word', () => {
  const TABLE = { saved: 'It is saved.' };

  it('is its own', () => {
    expect(ownOf(TABLE, 'saved')).toBe('It is saved.');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', ['saved'], 1, null, undefined])(
    'is nothing for %j',
    (word) => {
      expect(ownOf(TABLE, word)).toBeUndefined();
    },
  );
});
