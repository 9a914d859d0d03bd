import { buildSchema, parse } from 'graphql';
import { toldSchema } from './told-schema';

const schema = buildSchema('type Query { books: [String!] }');

/** What is answered in the planner's place; null where it is asked. */
function told(query: string, operationName?: string): unknown {
  let answer: unknown = null;
  const args = { schema, document: parse(query), operationName, variableValues: {} };
  const setResultAndStopExecution = (result: unknown) => {
    answer = result;
  };
  toldSchema().onExecute?.({ args, setResultAndStopExecution } as never);
  return answer;
}
const TYPES = '{ __type(name: "Query") { name } other: __type(name: "Hidden") { name } }';

describe('a question about the schema', () => {
  it.each([
    TYPES,
    `{ ... on Query ${TYPES} }`,
    `{ ...all } fragment all on Query ${TYPES}`,
    `{ ...one } fragment one on Query { ...two } fragment two on Query ${TYPES}`,
  ])('is answered of the one that is held against: %s', (query) => {
    expect(told(query)).toEqual({ data: { __type: { name: 'Query' }, other: null } });
  });

  it('is looked for in the operation that is asked for', () => {
    const both = `query a ${TYPES} query b { books }`;
    expect([told(both, 'a'), told(both, 'b')]).toEqual([
      expect.objectContaining({ data: expect.anything() }),
      null,
    ]);
  });
});

describe('every other question', () => {
  it.each([
    '{ books }',
    '{ __typename }',
    '{ ...self } fragment self on Query { ...self books }',
    '{ ...nobody }',
  ])('is the planner’s: %s', (query) => {
    expect(told(query)).toBeNull();
  });
});
