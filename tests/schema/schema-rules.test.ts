import path from 'node:path';
import { parse } from 'graphql';
import { readTypeDefinitions } from '../../platform/server/type-definitions';
import { subgraphNames } from '../../subgraphs/registry';
import { brokenRules, describedDifferently } from './schema-rules';

const schemaDirectory = path.join(__dirname, '../../schema');

describe('the schema of a subgraph', () => {
  it.each(subgraphNames())('keeps the rules that its readers rely on: %s', (name) => {
    expect(brokenRules(readTypeDefinitions({ schemaDirectory, name }))).toEqual([]);
  });

  it.each([
    ['type Fish { "Its name." name: String }', 'Fish has no description'],
    ['type Query { "Fish." fish(id: ID): String }', 'Query.fish(id:) has no description'],
    ['type Query { "Fish." fish("Which." id: ID): String }', null],
    ['"A fish." type Fish { name: String }', 'Fish.name has no description'],
    ['extend type Fish { name: String }', 'Fish.name has no description'],
    ['"A fish." type Fish { " " name: String }', 'Fish.name has no description'],
    ['"Colours." enum Colour { RED }', 'Colour.RED has no description'],
    ['"What is asked." input Where { name: String }', 'Where.name has no description'],
    ['scalar Day', 'Day has no description'],
    ['"A or B." union Either = A | B', null],
    ['union Either = A | B', 'Either has no description'],
    [
      'type Query { "Fish." fish("How many." first: Int): String }',
      'Query.fish has `first`, and no @listSize',
    ],
    [
      'type Query { "Fish." fish("How many." first: Int): String @listSize(slicingArguments: ["first"]) }',
      null,
    ],
    ['type Query { "Fish." fish: String! }', 'Query.fish can never be null'],
    ['extend type CorporateComplaint { "Ward." ward: String! }', 'CorporateComplaint.ward can never be null'],
    [
      '"A complaint." interface Complaint { "Its id." id: ID! "Stage." stage: Int! }',
      'Complaint.stage can never be null',
    ],
    [
      '"Too late." type TooLate implements Refusal { "A code." code: String! }',
      'TooLate does not say when it is returned ("Returned when …")',
    ],
    ['"Returned when it is too late." type TooLate implements Refusal { "A code." code: String! }', null],
  ])('is seen to break one: %s', (text, broken) => {
    expect(brokenRules(parse(text))).toEqual(broken === null ? [] : [broken]);
  });
});

describe('the schemas together', () => {
  it('say the same of what several of them declare', () => {
    const schemas = subgraphNames().map((name) => readTypeDefinitions({ schemaDirectory, name }));
    expect(describedDifferently(schemas)).toEqual([]);
  });

  it('are seen to say different things', () => {
    const schemas = [
      '"A fish." type Fish { "Which." id: ID! }',
      '"Of the sea." type Fish { "Which." id: ID! }',
    ];
    expect(describedDifferently(schemas.map((text) => parse(text)))).toEqual([
      'Fish is described in several ways',
    ]);
  });
});
