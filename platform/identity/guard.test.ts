import { buildSchema, isObjectType } from 'graphql';
import { openTo, refusalOf, scopesOf } from './guard';

const field = (guard: string) => {
  const type = buildSchema(
    `directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION directive @other on FIELD_DEFINITION type Query { a: Int ${guard} }`,
  ).getType('Query');
  return isObjectType(type) ? (type.getFields().a?.astNode ?? {}) : {};
};

describe('a guard', () => {
  it.each([
    ['@requiresScopes(scopes: [["a", "b"], ["c"]])', [['a', 'b'], ['c']]],
    ['@requiresScopes(scopes: [])', []],
    ['@other', null],
    ['', null],
  ])('is read from %j', (written, scopes) => expect(scopesOf(field(written))).toEqual(scopes));

  it.each([
    [[[['accounts']]], ['accounts'], null],
    [[[['accounts'], ['audit']]], ['audit'], null],
    [[], [], null],
    [[[]], ['accounts'], 'Your role may not ask for a. Open to no role.'],
    [[[['accounts']]], [], 'Your role may not ask for a. Open to the roles `manager` and `officer`.'],
    [
      [[['accounts']], [['quarantine']]],
      ['accounts'],
      'Your role may not ask for a. Open to the role `officer`.',
    ],
  ])('of %j lets %j pass, or says why not', (guards, held, message) => {
    expect(refusalOf('a', { guards, held })).toBe(message);
  });

  it('names roles in the order of the contract', () => {
    expect(openTo(['admin', 'analyst', 'nobody'])).toBe('Open to the roles `analyst` and `admin`.');
  });
});
