import { buildSchema, parse, validate } from 'graphql';
import { introspectionIsAlone } from './introspection-alone';

const schema = buildSchema('type Query { a: Int b: Int }');
const isRefused = (query: string) => validate(schema, parse(query), [introspectionIsAlone]).length > 0;

describe('a question about the schema', () => {
  it.each([
    '{ __schema { types { name } } a }',
    '{ ... { __type(name: "Query") { name } } a }',
    '{ ...F a } fragment F on Query { __schema { types { name } } }',
    'query { ...F } fragment F on Query { __schema { types { name } } a }',
    'query A { a } query B { ...F } fragment F on Query { ...G } fragment G on Query { __schema { types { name } } }',
  ])('is refused beside another, wherever it stands: %s', (query) => {
    expect(isRefused(query)).toBe(true);
  });

  it.each([
    '{ __schema { types { name } } __type(name: "Query") { name } }',
    '{ ...F } fragment F on Query { __schema { types { name } } }',
    '{ __schema { types { name } } __typename }',
    '{ a ...F } fragment F on Query { b }',
    '{ ...F } fragment F on Query { a ...F }',
  ])('is let through by itself, and others without one: %s', (query) => {
    expect(isRefused(query)).toBe(false);
  });
});
