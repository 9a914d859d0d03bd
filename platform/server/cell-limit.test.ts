import { buildSchema, graphql } from 'graphql';
import { limitCells } from './cell-limit';

let resolved = 0;
const rows = (count: number) =>
  Array.from({ length: count }, () => ({
    value: () => {
      resolved += 1;
      return 1;
    },
    parts: [{ name: 'a' }, { name: 'b' }],
  }));

const schema = limitCells(
  buildSchema(`
    type Row { value: Int parts: [Part!] }
    type Part { name: String }
    type Figures { rows: [Row!]! }
    type Query { figures(rows: Int!): Figures later(rows: Int!): [Row!] names: [String!] none: [Row!] }
  `),
  { maxCells: 100 },
);
const rootValue = {
  figures: ({ rows: count }: { rows: number }) => ({ rows: rows(count) }),
  later: async ({ rows: count }: { rows: number }) => rows(count),
  names: Array.from({ length: 1_000 }, () => 'a'),
  none: null,
};
const ask = async (source: string) => {
  resolved = 0;
  const { data, errors } = await graphql({ schema, source, rootValue, contextValue: {} });
  return { data, codes: (errors ?? []).map(({ extensions }) => extensions.code) };
};
const repeated = (times: number, text: string) =>
  Array.from({ length: times }, (_, i) => `a${i}: ${text}`).join(' ');

describe('the cells of an operation', () => {
  it.each([
    ['rows of one field', '{ figures(rows: 100) { rows { value } } }'],
    ['few rows of many fields', `{ figures(rows: 2) { rows { ${repeated(50, 'value')} } } }`],
    ['lists in lists', '{ later(rows: 30) { parts { name } } }'],
    ['texts, which are no rows', '{ names }'],
    ['a list that is not there', '{ none { value } }'],
    ['what each request has for itself', '{ later(rows: 90) { value } }'],
  ])('may be as many as the limit: %s', async (_, query) => {
    expect((await ask(query)).codes).toEqual([]);
  });

  it.each([
    ['too many rows', '{ figures(rows: 101) { rows { value } } }'],
    ['a field under many names', `{ figures(rows: 10) { rows { ${repeated(11, 'value')} } } }`],
    [
      'fragments',
      '{ later(rows: 40) { ...R ... on Row { c: value } } } fragment R on Row { a: value b: value }',
    ],
    ['several lists together', '{ a: later(rows: 60) { value } b: later(rows: 60) { value } }'],
    ['lists in lists', '{ later(rows: 40) { parts { name } } }'],
  ])('are refused beyond it: %s', async (_, query) => {
    expect(new Set((await ask(query)).codes)).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('are refused before they are resolved', async () => {
    expect((await ask('{ figures(rows: 5000) { rows { value } } }')).data).toEqual({ figures: null });
    expect(resolved).toBe(0);
  });
});
