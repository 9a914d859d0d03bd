import { buildSchema, parse, print } from 'graphql';
import { readCaseFields, withDecisions } from './case-fields';

const SDL = `
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
  type Query { case: Case other: Other all: [Any] }
  union Any = Case | Other
  type Case { id: ID people: [String] @policy(policies: [["open-case"]]) child: Other @policy(policies: [["open-case"]]) openToCaller: Boolean }
  type Other { id: ID people: [String] secret: Int @policy(policies: [["another"]]) }
`;
const schema = buildSchema(SDL);
const caseFields = readCaseFields(SDL);
const decided = (query: string) => {
  const { document, decisions } = withDecisions(parse(query), { schema, caseFields });
  return [print(document).replace(/\s+/g, ' '), Object.fromEntries(decisions)];
};

describe('fields of a case’s people', () => {
  it('are those that the policy guards, and no others', () => {
    expect([...caseFields].map(([type, fields]) => [type, [...fields]])).toEqual([
      ['Case', ['people', 'child']],
    ]);
  });

  it('can be decided on where they are, or the schema is not taken', () => {
    expect(() => readCaseFields(SDL.replace('openToCaller: Boolean', ''))).toThrow(
      'Case has fields of people',
    );
  });

  it.each([
    ['{ case { id } other { people } }', '{ case { id } other { people } }', {}],
    ['{ case { people } }', '{ case { people open0: openToCaller } }', { open0: 'people' }],
    [
      '{ case { a: people ...F } all { ... on Case { a: people } } } fragment F on Case { child { id } }',
      '{ case { a: people ...F open1: openToCaller } all { ... on Case { a: people open1: openToCaller } } } fragment F on Case { child { id } open0: openToCaller }',
      null,
    ],
    [
      'query ($x: Boolean!) { case { people @include(if: $x) } }',
      'query ($x: Boolean!) { case { people @include(if: $x) open0: openToCaller @include(if: $x) } }',
      { open0: 'people' },
    ],
    [
      '{ case { open0: id people } }',
      '{ case { open0: id people open0_: openToCaller } }',
      { open0_: 'people' },
    ],
  ])('are asked for with the decision beside them: %s', (query, expected, places) => {
    const [document, decisions] = decided(query);
    const names = (text: string) => text.replace(/open\d:/g, 'open:');
    expect(names(String(document))).toBe(names(expected));
    if (places !== null) expect(decisions).toEqual(places);
  });
});
