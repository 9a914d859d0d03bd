import { idOfName, readName } from './read-name';

describe('the form of a name', () => {
  it('says what is missing, and keeps what was typed', () => {
    const read = readName(
      { id: 'a', basedOnVersion: '3', name: ' Parks ' },
      { name: 'Write a name.', reason: 'Say why.' },
    );
    expect(read).toEqual({
      typed: { id: 'a', basedOnVersion: '3', name: 'Parks', reason: '' },
      problems: [{ field: 'reason', says: 'Say why.' }],
      basedOnVersion: 3,
    });
    expect(readName({ basedOnVersion: 'x' }, {}).basedOnVersion).toBe(0);
  });

  it.each([
    ['Parks & Trees', 'parks-trees'],
    ["Children's Homes", 'children-s-homes'],
    ['24 hour care', 'hour-care'],
    ['!', ''],
  ])('makes an id of %j', (name, id) => expect(idOfName(name)).toBe(id));
});
