import { createLogger } from '../../platform/logging/logger';
import { writeExposition } from '../../platform/metrics/exposition';
import { processRegistry } from '../../platform/metrics/process-registry';
import { readExposition } from '../../platform/metrics/testing';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import { tellsMetrics } from './metrics';
import { type Closing, openGround, startParts } from './open-parts';

/** What the parts tell of themselves, in a text that a strict reader takes; nothing of it could not be read. */
async function measured(): Promise<readonly string[]> {
  const samples = readExposition(writeExposition(await processRegistry.read()));
  expect(samples.find(({ name }) => name === 'complaints_readings_failed')?.value).toBe(0);
  return [...new Set(samples.map(({ name }) => name))].sort();
}
const MEASURED = [
  'complaints_audit_unsealed_seconds',
  'complaints_database_bytes',
  'complaints_database_connections',
  'complaints_jobs',
  'complaints_outbox_lag_seconds',
  'complaints_outbox_set_aside',
  'complaints_readings_failed',
  'complaints_webhooks',
];

let product: TestProduct;
const closing: Closing = [];
const closeAll = async () => {
  for (const close of closing.splice(0).reverse()) await close();
};
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(async () => {
  // What a failure leaves running would go on in the next file's database, which bears the same name.
  await closeAll();
  await product.stop();
});

describe('a product over its database', () => {
  it('has every part running and following, and closes in the order that it was told', async () => {
    const logger = createLogger({ level: 'silent' });
    const ground = await openGround({ settings: product.settings, logger }, closing);
    const opened = closing.length;
    const { running, relay } = await startParts(ground, closing);
    await relay.drain({ signal: AbortSignal.timeout(10_000) });
    expect(running.map(({ name }) => name).sort()).toEqual(ground.subgraphs.map(({ name }) => name).sort());
    expect(await Promise.all(running.map((part) => part.ready()))).not.toContain(false);
    expect([opened, closing.length]).toEqual([2, 6]);
    expect(await measured()).toEqual(expect.arrayContaining(MEASURED));
    expect([false, true].map((production) => tellsMetrics({ production }))).toEqual([true, false]);
    await closeAll();
    // What is closed is read no more.
    expect((await measured()).filter((name) => name.startsWith('complaints_database'))).toEqual([]);
  });
});
