import { createLogger } from '../../platform/logging/logger';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import { type Closing, openGround, startParts } from './open-parts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

describe('a product over its database', () => {
  it('has every part running and following, and closes in the order that it was told', async () => {
    const closing: Closing = [];
    const logger = createLogger({ level: 'silent' });
    const ground = await openGround({ settings: product.settings, logger }, closing);
    const opened = closing.length;
    const { running, relay } = await startParts(ground, closing);
    await relay.drain({ signal: AbortSignal.timeout(10_000) });
    expect(running.map(({ name }) => name).sort()).toEqual(ground.subgraphs.map(({ name }) => name).sort());
    expect(await Promise.all(running.map((part) => part.ready()))).not.toContain(false);
    expect([opened, closing.length]).toEqual([2, 5]);
    for (const close of closing.reverse()) await close();
  });
});
