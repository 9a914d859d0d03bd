import { FIGURES, thingsCounted } from '../recount/figures';
import type { Recount } from '../recount/recount';
import { EVERY_FIGURE, expectEveryFigure } from './every-figure';
import { type MadeUp, madeUp } from './made-up';
import { startTestProduct, type TestProduct } from './test-product';

const COUNCILS: MadeUp[] = [
  { seed: 11, rows: 900, dirt: 0 },
  { seed: 12, rows: 900, dirt: 1 },
  { seed: 13, rows: 900, dirt: 8, wrongTotal: true },
  { seed: 14, rows: 1_500, dirt: 30 },
];

describe.each(COUNCILS)('an extract with other totals: seed $seed, $rows rows, dirt $dirt', (council) => {
  let product: TestProduct;
  let extract: Recount & { text: string };
  beforeAll(async () => {
    [product, extract] = await Promise.all([startTestProduct(), madeUp(council)]);
  });
  afterAll(() => product.stop());

  it('is accounted for, and gives every figure that counting it anew gives', async () => {
    expect(await product.loadText('corporate-crm', extract.text)).toEqual({ ...extract.counts, updated: 0 });
    const { data, errors } = await product.ask<Record<string, { rows: object[] }>>('analyst', EVERY_FIGURE);
    expect(errors).toBeUndefined();
    const things = thingsCounted(extract.stages);
    expectEveryFigure(data, things);
    expect(
      Math.min(...FIGURES.map((figure) => things.filter((thing) => thing.figure === figure).length)),
    ).toBeGreaterThan(5);
  });
});
