import { subgraph as childrens } from '../../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import { Given } from './given';
import { readOwnInput } from './read-own';

const { ownInput } = childrens.stream;

describe('what a stream alone takes with a complaint', () => {
  it('is kept by the names of its own tables, as far as it is said', () => {
    const given = new Given();
    expect(readOwnInput(given, { childAgeBand: ' 10-15 ', childLookedAfter: false }, ownInput)).toEqual({
      ...{ childAgeBand: '10-15', childLookedAfter: 'false' },
    });
    expect(readOwnInput(given, { childAgeBand: ' ', childLookedAfter: null }, ownInput)).toEqual({});
    expect([readOwnInput(given, null, ownInput), readOwnInput(given, undefined)]).toEqual([{}, {}]);
    expect(given.unusable).toBeNull();
  });

  it('is refused by its part where it is too long, and is nothing in a stream that takes nothing', () => {
    const given = new Given();
    readOwnInput(given, { childAgeBand: 'x'.repeat(201) }, ownInput);
    expect(given.unusable).toMatchObject({ part: 'own.childAgeBand' });
    expect(readOwnInput(new Given(), { ward: 'Offerton' }, corporate.stream.ownInput)).toEqual({});
  });
});
