import { buildSchema, parse, printSchema, validate } from 'graphql';
import { readContract, underContract } from './contract';
import { operationHasRootType } from './plugins/operation-kind';

const SUPERGRAPH = `
  directive @tag(name: String!) repeatable on FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query {
    books(where: BookFilter): [Book!] @tag(name: "guest")
    found: Found @tag(name: "guest")
    readers: [Reader!]
    till: Int @tag(name: "guest") @requiresScopes(scopes: [["money"]])
    other: Int @tag(name: "guests")
  }
  type Mutation { burn: Int @tag(name: "guest") }
  type Subscription { booksChanged: [Book!] @tag(name: "guest") }
  input BookFilter { kind: Kind }
  enum Kind { NOVEL }
  input Unused { kind: Kind }
  interface Item { title: String borrower: Reader @requiresScopes(scopes: [["people"]]) }
  interface Kept { shelf: Int }
  type Book implements Item & Kept { title: String shelf: Int borrower: Reader safe: Safe loans: [Loan!] }
  type Map implements Item { title: String borrower: Reader }
  type Reader { name: String }
  type Safe { code: Int @requiresScopes(scopes: [["money"]]) inner: Inner }
  type Inner { code: Int @requiresScopes(scopes: [["money"]]) }
  type Loan { day: String item: Item }
  union Found = Book | Safe`;

const contract = readContract(SUPERGRAPH, { tag: 'guest', scopes: ['reading'] });
const schema = underContract(buildSchema(SUPERGRAPH, { assumeValidSDL: true }), contract);
const errors = (query: string) => validate(schema, parse(query)).map(({ message }) => message);

describe('the graph under a contract', () => {
  it('has the questions that bear its tag and are open to it, and what they lead to', () => {
    const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['books', 'found']);
    expect(types.sort()).toEqual(
      [
        'Query',
        'Book',
        'BookFilter',
        'Kind',
        'Found',
        'Loan',
        'Item',
        'Map',
        'String',
        'Int',
        'Boolean',
      ].sort(),
    );
  });

  it('is told of as if there were nothing else', () => {
    expect(printSchema(schema)).not.toMatch(
      /borrower|Reader|Safe|Inner|Kept|Mutation|Subscription|till|readers/,
    );
  });

  it.each([
    ['{ readers { name } }', 'Cannot query field "readers" on type "Query".'],
    ['{ books { borrower { name } } }', 'Cannot query field "borrower" on type "Book".'],
    ['{ books { loans { item { borrower { name } } } } }', 'Cannot query field "borrower" on type "Item".'],
    ['{ books { safe { inner { code } } } }', 'Cannot query field "safe" on type "Book".'],
    ['{ books { ... on Reader { name } } }', 'Unknown type "Reader".'],
    ['{ till }', 'Cannot query field "till" on type "Query".'],
    ['{ nothing }', 'Cannot query field "nothing" on type "Query".'],
  ])('knows nothing of the rest: %s', (query, message) => {
    expect(errors(query)).toEqual([message]);
  });

  it.each([
    ['mutation', 'mutation { burn }'],
    ['subscription', 'subscription { booksChanged { title } }'],
  ])('lets no %s through, which graphql’s own rules would', (kind, text) => {
    const command = parse(text);
    expect(validate(schema, command)).toEqual([]);
    expect(validate(schema, command, [operationHasRootType]).map(({ message }) => message)).toEqual([
      `There is no ${kind} here.`,
    ]);
    expect(contract.holds('Mutation', 'burn')).toBe(false);
    expect(contract.holds('Subscription', 'booksChanged')).toBe(false);
  });

  it('has nothing where nothing bears the tag', () => {
    const empty = underContract(
      buildSchema(SUPERGRAPH, { assumeValidSDL: true }),
      readContract(SUPERGRAPH, { tag: 'nobody', scopes: [] }),
    );
    expect(empty.getQueryType()).toBeFalsy();
  });
});
