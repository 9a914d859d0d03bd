import { FIGURES, figuresBy, type Thing } from '../recount/figures';

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

type Rows = readonly object[];

/** Asks for every figure by each combination of dimensions. */
export const EVERY_FIGURE = `{ ${COMBINATIONS.map(
  (by, place) => `a${place}: measures(by: [${by.map((name) => DIMENSIONS[name]).join(', ')}]) {
    rows { ${[...by, ...FIGURES].join(' ')} }
  }`,
).join('\n')} }`;

/** Rows as text, in an order of their own: the product's order has its own tests. */
const asText = (rows: Rows): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** Expects the answer to `EVERY_FIGURE` to be what counting these things gives. */
export function expectEveryFigure(data: Record<string, { rows: Rows }>, things: readonly Thing[]): void {
  COMBINATIONS.forEach((by, place) => {
    expect(asText(data[`a${place}`]?.rows ?? [])).toEqual(asText(figuresBy(things, by)));
  });
}
