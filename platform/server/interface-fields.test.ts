import { parse } from 'graphql';
import { withInterfaceFields } from './interface-fields';

const SCHEMA = parse(`
  interface Fish { id: ID! name: String }
  type Carp implements Fish { id: ID! name: String }
  type Eel implements Fish { id: ID! name: String length: Int }
  type Stone { id: ID! }
  extend type Trout implements Fish { name: String }
`);
const name = () => 'a fish';
const __resolveType = () => 'Carp';

describe('withInterfaceFields', () => {
  it('gives each type the resolvers of the fields that it has from its interfaces', () => {
    const length = () => 3;
    expect(withInterfaceFields(SCHEMA, { Fish: { __resolveType, name }, Eel: { length } })).toEqual({
      Fish: { __resolveType, name },
      Carp: { name },
      Eel: { name, length },
      Trout: { name },
    });
  });

  it('lets a type’s own resolver come first', () => {
    const own = () => 'an eel';
    expect(withInterfaceFields(SCHEMA, { Fish: { name }, Eel: { name: own } })).toMatchObject({
      Carp: { name },
      Eel: { name: own },
    });
  });

  it('changes nothing where an interface has no resolvers but how to tell its types apart', () => {
    const resolvers = { Fish: { __resolveType }, Carp: { name } };
    expect(withInterfaceFields(SCHEMA, resolvers)).toEqual(resolvers);
  });
});
