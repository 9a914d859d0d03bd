import { buildSchema } from 'graphql';
import { guardedBeyond, isBeyondContract } from './beyond-contract';
import { readContract, underContract } from './contract';
import { readGuardedFields } from './guarded-fields';

const SUPERGRAPH = `
  directive @tag(name: String!) repeatable on FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query { books(first: Int): [Book!] @tag(name: "guest") readers: [Reader!] till(of: Till!): Int @requiresScopes(scopes: [["money"]]) }
  type Mutation { burn(reason: String!): Int }
  input Till { place: Int! }
  type Book { title: String price: Int @requiresScopes(scopes: [["money"]]) }
  type Reader { name: String }`;
const read = readContract(SUPERGRAPH, { tag: 'guest', scopes: ['reading'] });
const whole = buildSchema(SUPERGRAPH, { assumeValidSDL: true });
const schemas = { whole, contract: underContract(whole, read) };

describe('a question', () => {
  it.each([
    ['{ readers { name } }', true],
    ['{ books { title } readers { name } }', true],
    ['{ books { price } }', true],
    ['{ till(of: { place: 1 }) }', true],
    ['mutation { burn(reason: "cold") }', true],
    ['{ books { title } }', false],
    ['{ books(first: "many") { title } }', false],
    ['{ nothing }', false],
    ['{ readers { nothing } }', false],
    ['{ readers { name } nothing }', false],
    ['{ till(of: {}) }', false],
    ['mutation { burn }', false],
    ['subscription { readers }', false],
    ['{ readers { name }', false],
    ['', false],
    [`{ readers { name } } #${'x'.repeat(20_000)}`, false],
  ])('asks for something that there is beyond a contract: %s', (text, isBeyond) => {
    expect(isBeyondContract(text, schemas)).toBe(isBeyond);
  });
});

describe('the guards beyond a contract', () => {
  const { refusal } = guardedBeyond(readGuardedFields(SUPERGRAPH), read);
  const of = (type: string, field: string) => refusal({ type, field, scopes: ['reading'] })?.message;

  it('close what it does not hold, and what has a guard anyway', () => {
    expect(of('Query', 'readers')).toBe('Your role may not ask for readers. It is not open to partners.');
    expect(of('Mutation', 'burn')).toContain('may not ask for burn');
    expect(of('Mutation', '__typename')).toContain('may not ask');
    expect(of('Query', 'till')).toContain('may not ask for till');
    expect(of('Book', 'price')).toContain('may not ask for price');
  });

  it('leave what it holds', () => {
    expect([of('Query', 'books'), of('Book', 'title'), of('Query', '__typename')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
