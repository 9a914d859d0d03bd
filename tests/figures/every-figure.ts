import type { TestProduct } from '../../scripts/testing/test-product';
import { figuresBy, FIGURES as PLAIN_FIGURES, type Thing } from '../recount/figures';
import { readOwnTables } from '../recount/own-tables';
import { differencesFrom, type Row } from './compare-measures';
import { FIGURES } from './expected-measures';

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

type Answers = Record<string, { rows: readonly Row[] }>;

/** Asks for every measure by each combination of dimensions. */
export const EVERY_FIGURE = `{ ${COMBINATIONS.map(
  (by, place) => `a${place}: measures(by: [${by.map((name) => DIMENSIONS[name]).join(', ')}]) {
    rows { ${[...by, ...FIGURES].join(' ')} }
  }`,
).join('\n')} }`;

/** Rows as text, in an order of their own: the product's order has its own tests. */
const asText = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** What a plain reading of extracts tells of rows: those of which any of its figures counted something. */
const plainly = (rows: readonly Row[], by: readonly string[]): Row[] =>
  rows
    .filter((row) => by.length === 0 || PLAIN_FIGURES.some((figure) => (row[figure] ?? 0) !== 0))
    .map((row) => Object.fromEntries([...by, ...PLAIN_FIGURES].map((name) => [name, row[name] ?? null])));

/**
 * Expects every measure by each combination to be what counting the parts' own tables row by row gives, and those that a plain
 * reading of the extracts tells, what counting these things gives.
 */
export async function expectEveryFigure(
  product: Pick<TestProduct, 'ask' | 'schemas'>,
  things: readonly Thing[],
): Promise<void> {
  const { data, errors } = await product.ask<Answers>('analyst', EVERY_FIGURE);
  expect(errors).toBeUndefined();
  const own = await readOwnTables(product.schemas);
  COMBINATIONS.forEach((by, place) => {
    const rows = data[`a${place}`]?.rows ?? [];
    expect(asText(plainly(rows, by))).toEqual(asText(figuresBy(things, by)));
    const differences = differencesFrom(own, { by, where: {}, asAt: null }, { rows });
    expect({ by, differences: differences.slice(0, 5) }).toEqual({ by, differences: [] });
  });
}
