import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { buildSchema, type DocumentNode, Kind, parse } from 'graphql';
import { readCosts } from './costs';
import { operationCost } from './operation-cost';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | ENUM
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
  type Query {
    name: String
    frogs(first: Int = 50): FrogConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    counts(by: [Part!]): [Count!] @cost(weight: 40)
    ponds: [Pond!] @listSize(assumedSize: 3)
    animal: Animal
  }
  enum Part @cost(weight: 20) { LEG EYE }
  type FrogConnection { edges: [Edge!] total: Int }
  type Edge { node: Frog cursor: String }
  interface Animal { name: String pond: Pond }
  type Frog implements Animal { name: String pond: Pond legs: [Leg!] @listSize(assumedSize: 4) }
  type Leg { name: String }
  type Pond { name: String frogs(first: Int): FrogConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], assumedSize: 7) }
  type Count { number: Int }
`;
const [schema, costs] = [buildSchema(SDL), readCosts(SDL)];
const cost = (query: string, variables = {}) =>
  operationCost({ document: parse(query), variables }, { schema, costs });

describe('what an operation costs', () => {
  it.each([
    ['a value', '{ name }', 0],
    ['a page as long as it says', '{ frogs(first: 10) { edges { node { name } } } }', 1 + 20],
    ['a page of a length that nobody said', '{ frogs { edges { node { name } } total } }', 1 + 100],
    ['a list in each row', '{ frogs(first: 10) { edges { node { legs { name } } } } }', 1 + 20 + 40],
    ['a page in each of a list', '{ ponds { frogs { edges { cursor } } } }', 3 + 3 + 21],
    ['a field with a price', '{ counts { number } }', 40],
    ['a field whose argument has one', '{ counts(by: [LEG, EYE]) { number } }', 80],
    ['the same twice', '{ a: counts(by: LEG) { number } b: counts { number } }', 100],
    [
      'a fragment wherever it stands',
      '{ ...A ... on Query { ...A } } fragment A on Query { counts { number } }',
      80,
    ],
    ['what an interface has', '{ animal { pond { name } ... on Frog { legs { name } } } }', 1 + 1 + 4],
    [
      'nothing that is left out',
      '{ frogs @skip(if: true) { total } counts @include(if: false) { number } }',
      0,
    ],
    [
      'a size that no list gives',
      '{ a: frogs(first: -5) { total } b: frogs(first: 201) { edges { cursor } } }',
      2,
    ],
    ['a size that is null', '{ frogs(first: null) { edges { cursor } } }', 1 + 50],
    ['a field that is not there', '{ toads { name } }', 0],
  ])('is counted of %s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it('is counted with the variables that came', () => {
    const query =
      'query ($n: Int, $by: [Part!], $in: Boolean = true) { frogs(first: $n) { edges { cursor } } counts(by: $by) @include(if: $in) { number } }';
    expect(cost(query, { n: 5, by: ['LEG'], in: true })).toBe(1 + 5 + 60);
    expect(cost(query, { n: 5, in: false })).toBe(6);
    expect(cost(query, { by: 'LEG' })).toBe(1 + 50 + 60);
    const byDefault =
      'query ($n: Int = 200, $by: [Part!]! = [LEG]) { frogs(first: $n) { edges { cursor } } counts(by: $by) { number } }';
    expect(cost(byDefault)).toBe(1 + 200 + 60);
    expect(cost(byDefault, { n: null })).toBe(1 + 50 + 60);
  });

  it('is as much as its aliases together, whatever they are', () => {
    const field = fc.constantFrom(
      'name',
      'frogs(first: 3) { edges { cursor } }',
      'counts(by: [LEG]) { number }',
    );
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 20 }), (fields) => {
        const together = cost(`{ ${fields.map((one, place) => `a${place}: ${one}`).join(' ')} }`);
        expect(together).toBe(fields.reduce((sum, one) => sum + cost(`{ ${one} }`), 0));
      }),
    );
  });
});

describe('the operations of the site', () => {
  const root = path.join(__dirname, '../..');
  const supergraph = readFileSync(path.join(root, 'schema/supergraph.graphql'), 'utf8');
  const ofProduct = { schema: buildSchema(supergraph, { assumeValid: true }), costs: readCosts(supergraph) };
  const folder = path.join(root, 'site/operations');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

  /** As many rows as there may be of one page, and any value of all else. */
  const variablesOf = ({ definitions }: DocumentNode) =>
    Object.fromEntries(
      definitions
        .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : []))
        .map(({ variable: { name } }) => [name.value, name.value === 'first' ? 200 : 'x']),
    );

  /** What has a list within a list asks for few rows of each: its page says how many. */
  const FEW_ROWS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'report-since.graphql': { first: 50, records: 5 },
  };

  it('cost far less than the most', () => {
    const found = files.map((file) => {
      const document = parse(readFileSync(path.join(folder, file), 'utf8'));
      const variables = { ...variablesOf(document), ...FEW_ROWS[file] };
      return [file, operationCost({ document, variables }, ofProduct)] as const;
    });
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(([, one]) => one > 3_000)).toEqual([]);
    expect(Math.max(...found.map(([, one]) => one))).toBeGreaterThan(200);
  });

  it('are dear where they are more than any page needs', () => {
    const measures = (count: number, by: string) =>
      Array.from(
        { length: count },
        (_, place) => `a${place}: measures(by: [${by}]) { rows { received } }`,
      ).join(' ');
    const of = (query: string) => operationCost({ document: parse(query) }, ofProduct);
    expect(of(`{ ${measures(60, 'STREAM, STAGE, MONTH, SERVICE, THEME, CHANNEL')} }`)).toBeGreaterThan(7_500);
    expect(of(`{ ${measures(12, 'STREAM, STAGE, QUARTER')} }`)).toBeLessThan(2_000);
    const page = 'complaints(first: 200) { edges { node { id } } }';
    const pages = (count: number) =>
      Array.from({ length: count }, (_, place) => `a${place}: ${page}`).join(' ');
    expect(of(`{ ${pages(20)} }`)).toBeGreaterThan(7_500);
    expect(of(`{ ${pages(10)} }`)).toBeLessThan(7_500);
  });
});
