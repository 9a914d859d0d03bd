import { buildSchema } from 'graphql';
import { graphEntries } from './graph-entries';
import { reachedTypes } from './reached-types';

const schema = buildSchema(`
  type Query { "A fish." fish("Which." where: Where): Animal old: Int @deprecated(reason: "Old. Goes on 2027-06-01.") }
  type Mutation { catch(bait: Bait): Caught }
  interface Animal { name: String }
  type Fish implements Animal { name: String "Its colour." colour: Colour }
  union Either = Fish
  "What is sought." input Where { "Its colour." colour: Colour }
  "What colour." enum Colour { "Red." RED "Blue." BLUE }
  enum Measure { CAUGHT }
  input Bait { a: Int }
  type Caught { a: Int }
`);

describe('what the schema says', () => {
  it('is of what a question can come to, and of no command', () => {
    expect(reachedTypes(schema).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Animal', 'Colour', 'Fish', 'Query', 'Where']),
    );
    const names = reachedTypes(schema).map(({ name }) => name);
    for (const not of ['Bait', 'Caught', 'Mutation', 'Measure']) expect(names).not.toContain(not);
  });

  it('is an entry each for filters, code lists with their values, and fields with what they take', () => {
    const accessOf = (type: string, field: string) => ({ scopes: [`${type}.${field}`], roles: ['analyst'] });
    const entries = graphEntries({ schema, accessOf, fileFilters: ['Where'] });
    expect(entries.map(({ id, within }) => [id, within])).toEqual([
      ['field:Animal.name', null],
      ['code:Colour', null],
      ['code:Colour.RED', 'code:Colour'],
      ['code:Colour.BLUE', 'code:Colour'],
      ['field:Fish.name', null],
      ['field:Fish.colour', null],
      ['field:Query.fish', null],
      ['field:Query.fish.where', 'field:Query.fish'],
      ['field:Query.old', null],
      ['filter:Where.colour', null],
    ]);
    expect(entries.at(6)).toMatchObject({ says: 'A fish.', scopes: ['Query.fish'], type: 'Animal' });
    expect(entries.at(8)?.deprecated).toEqual({ reason: 'Old. Goes on 2027-06-01.', goesOn: '2027-06-01' });
    expect(entries.at(9)?.names).toMatchObject({ graph: 'Where.colour', file: 'colour' });
  });
});
