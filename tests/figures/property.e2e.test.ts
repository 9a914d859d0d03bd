import { FIGURES, figuresBy, thingsCounted } from '../recount/figures';
import type { Recount } from '../recount/recount';
import { type MadeUp, madeUp } from './made-up';
import { startTestProduct, type TestProduct } from './test-product';

const DIMENSIONS: Readonly<Record<string, string>> = {
  stream: 'STREAM',
  stage: 'STAGE',
  financialYear: 'FINANCIAL_YEAR',
  quarter: 'QUARTER',
  month: 'MONTH',
  directorate: 'DIRECTORATE',
  service: 'SERVICE',
  theme: 'THEME',
  channel: 'CHANNEL',
  outcome: 'OUTCOME',
};

/** Each dimension alone, and the combinations that the service reports by. */
const COMBINATIONS = [
  [],
  ...Object.keys(DIMENSIONS).map((dimension) => [dimension]),
  ['stream', 'stage', 'financialYear', 'quarter'],
  ['financialYear', 'month', 'stream'],
  ['service', 'stage', 'outcome'],
  ['directorate', 'service', 'financialYear'],
  ['theme', 'channel', 'quarter'],
];

const COUNCILS: MadeUp[] = [
  { seed: 11, rows: 900, dirt: 0 },
  { seed: 12, rows: 900, dirt: 1 },
  { seed: 13, rows: 900, dirt: 8, wrongTotal: true },
  { seed: 14, rows: 1_500, dirt: 30 },
];

type Rows = Record<string, unknown>[];

const QUESTION = `{ ${COMBINATIONS.map(
  (by, place) => `a${place}: measures(by: [${by.map((name) => DIMENSIONS[name]).join(', ')}]) {
    rows { ${[...by, ...FIGURES].join(' ')} }
  }`,
).join('\n')} }`;

/** Rows as text, in an order of their own: the product's order has its own tests. */
const asText = (rows: Rows): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

describe.each(COUNCILS)('an extract with other totals: seed $seed, $rows rows, dirt $dirt', (council) => {
  let product: TestProduct;
  let extract: Recount & { text: string };
  beforeAll(async () => {
    [product, extract] = await Promise.all([startTestProduct(), madeUp(council)]);
  });
  afterAll(() => product.stop());

  it('is accounted for, and gives every figure that counting it anew gives', async () => {
    expect(await product.loadText('corporate-crm', extract.text)).toEqual({ ...extract.counts, updated: 0 });
    const { data, errors } = await product.ask<Record<string, { rows: Rows }>>('analyst', QUESTION);
    expect(errors).toBeUndefined();
    const things = thingsCounted(extract.stages);
    COMBINATIONS.forEach((by, place) => {
      expect(asText(data[`a${place}`]?.rows ?? [])).toEqual(asText(figuresBy(things, by)));
    });
    expect(
      Math.min(...FIGURES.map((figure) => things.filter((thing) => thing.figure === figure).length)),
    ).toBeGreaterThan(5);
  });
});
