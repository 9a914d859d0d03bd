import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { FIGURES, thingsCounted } from '../recount/figures';
import { expectEveryFigure } from './every-figure';
import { type MadeUp, madeUp } from './made-up';

const COUNCILS: MadeUp[] = [
  { seed: 11, rows: 900, dirt: 0 },
  { seed: 13, rows: 900, dirt: 8, wrongTotal: true },
  { seed: 14, rows: 1_500, dirt: 30 },
];

describe.each(COUNCILS)('an extract with other totals: seed $seed, $rows rows, dirt $dirt', (council) => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  it('is accounted for after an earlier one, and gives every figure that counting both anew gives', async () => {
    const earlier = await madeUp({ ...council, rows: council.rows / 3 });
    const extract = await madeUp(council, earlier.held);
    expect(await product.loadText('corporate-crm', earlier.text)).toEqual(earlier.counts);
    expect(await product.loadText('corporate-crm', extract.text)).toEqual(extract.counts);
    const things = thingsCounted(extract.stages);
    await expectEveryFigure(product, things);
    expect(
      Math.min(...FIGURES.map((figure) => things.filter((thing) => thing.figure === figure).length)),
    ).toBeGreaterThan(5);
    if (council.dirt >= 8) expect(extract.counts.updated).toBeGreaterThan(5);
  });
});
