import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { passes, type Thing, thingsCounted } from '../recount/figures';
import { madeUp } from './made-up';
import { type Question, randomQuestions } from './random-filters';

interface Node {
  readonly id: string;
  readonly reference: string;
  readonly on: string;
}

interface Page {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A question being answered, page by page. */
interface Walk extends Question {
  readonly nodes: Node[];
  figureThere: number | null;
  totalCount: number | null;
  after: string | null;
  ended: boolean;
}

/** As many as one operation may hold, two questions each: the gateway limits their number. */
const AT_ONCE = 15;
/** More than a hundred operations, beside whatever else the machine does. */
const BUSY_MACHINE_MILLIS = 120_000;

/** One operation for many walks: the figure with the first page, and then page by page. */
function operationOf(walks: readonly Walk[]): { query: string; variables: Record<string, unknown> } {
  const variables = walks.flatMap(({ where, first, after }, place) => [
    [`w${place}`, where],
    [`n${place}`, first],
    [`a${place}`, after],
  ]);
  const fields = walks.map(
    ({ figure, measure, after }, place) => `
      ${after === null ? `m${place}: measures(by: [], where: $w${place}) { rows { ${figure} } }` : ''}
      c${place}: counted(measure: ${measure}, where: $w${place}, first: $n${place}, after: $a${place}) {
        totalCount edges { node { id reference on } } pageInfo { hasNextPage endCursor }
      }`,
  );
  const declared = walks.map((_, place) => `$w${place}: MeasureFilter, $n${place}: Int, $a${place}: String`);
  return {
    query: `query (${declared.join(', ')}) { ${fields.join('\n')} }`,
    variables: Object.fromEntries(variables),
  };
}

async function step(product: TestProduct, walks: readonly Walk[]): Promise<void> {
  const { query, variables } = operationOf(walks);
  const { data, errors } = await product.ask<
    Record<string, Page & { rows: Record<string, number | null>[] }>
  >('analyst', query, variables);
  expect(errors).toBeUndefined();
  walks.forEach((walk, place) => {
    const page = data[`c${place}`]!;
    const figures = data[`m${place}`];
    if (figures) walk.figureThere = figures.rows[0]?.[walk.figure] ?? null;
    walk.totalCount = page.totalCount;
    walk.nodes.push(...page.edges.map(({ node }) => node));
    walk.after = page.pageInfo.endCursor;
    walk.ended = !page.pageInfo.hasNextPage;
  });
}

async function walkAll(product: TestProduct, walks: readonly Walk[]): Promise<void> {
  for (let open = walks; open.length > 0; open = open.filter(({ ended }) => !ended)) {
    for (let place = 0; place < open.length; place += AT_ONCE) {
      await step(product, open.slice(place, place + AT_ONCE));
    }
  }
}

/** How a row is known to the plain recount, which knows no ids. */
const nameOf = ({ on, reference }: { on: string; reference: string }) => `${on} ${reference}`;

const expected = (things: readonly Thing[], { figure, where }: Question): string[] =>
  things
    .filter((thing) => thing.figure === figure && passes(thing, where))
    .map(({ on, stage }) => nameOf({ on, reference: stage.reference }))
    .sort();

describe('what is counted', () => {
  let product: TestProduct;
  let things: readonly Thing[];
  let walks: Walk[];

  beforeAll(async () => {
    product = await startTestProduct();
    const extract = await madeUp({ seed: 21, rows: 400, dirt: 2 });
    await product.load('coverage', path.join(__dirname, '../../demo/extracts/coverage.csv'));
    await product.loadText('corporate-crm', extract.text);
    things = thingsCounted(extract.stages);
    const begun = { figureThere: null, totalCount: null, after: null, ended: false };
    walks = randomQuestions({ seed: 4, count: 500 }).map((question) => ({
      ...question,
      ...begun,
      nodes: [],
    }));
    await walkAll(product, walks);
  }, BUSY_MACHINE_MILLIS);
  afterAll(() => product.stop());

  it('is as many as the figure of the same filter, for 500 filters, and null where the figure is', () => {
    for (const { totalCount, figureThere } of walks) expect(totalCount).toBe(figureThere);
    expect(walks.filter(({ totalCount }) => totalCount === null).length).toBeGreaterThan(20);
    expect(walks.filter(({ totalCount }) => (totalCount ?? 0) > 20).length).toBeGreaterThan(80);
  });

  it('is listed to its end: that many rows, each once, each within the filter, by day and then id', () => {
    for (const walk of walks) {
      const { nodes, totalCount } = walk;
      if (totalCount !== null) expect(nodes).toHaveLength(totalCount);
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      expect(nodes.map(nameOf).sort()).toEqual(expected(things, walk));
      const places = nodes.map(({ on, id }) => `${on} ${id}`);
      expect(places).toEqual([...places].sort());
    }
    expect(walks.filter(({ nodes, first }) => nodes.length > 2 * first).length).toBeGreaterThan(20);
  });
});
