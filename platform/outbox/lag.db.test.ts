import { fixedClock } from '../config/clock';
import { processRegistry } from '../metrics/process-registry';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import { counted } from './count-steps';
import { readLag } from './lag';
import { publish } from './outbox';
import { createRelay } from './relay';
import { listener, teller, writesDown } from './testing';

const SEED = { subject: 'seed', role: 'seed' };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([teller, listener]);
});
afterAll(() => database.stop());

const parties = () => ({
  sources: [{ name: 'teller', dataSource: database.of('outbox_reader') }],
  consumers: [{ schema: 'listener', dataSource: database.of('listener'), follower: writesDown }],
});
async function valuesOf(name: string): Promise<readonly number[]> {
  const families = await readLag(parties());
  return families.find((family) => family.name === name)?.samples.map(({ value }) => value) ?? [];
}

describe('how far followers are behind', () => {
  it('is the age of the oldest event that is not applied, and 0 once all are', async () => {
    expect(await valuesOf('complaints_outbox_lag_seconds')).toEqual([0]);
    await inTransaction(database.of('teller'), SEED, (transaction) =>
      publish(transaction, 'teller', [{ kind: 'said', subject: 's1', version: 1, payload: {} }]),
    );
    await new Promise((passed) => setTimeout(passed, 50));
    const [behind = 0] = await valuesOf('complaints_outbox_lag_seconds');
    expect(behind).toBeGreaterThan(0.04);
    expect(behind).toBeLessThan(60);
    const relay = createRelay({
      ...parties(),
      ...{ clock: fixedClock('2021-10-01'), onFailure: () => undefined },
    });
    await relay.drain();
    expect(await valuesOf('complaints_outbox_lag_seconds')).toEqual([0]);
    expect(await valuesOf('complaints_outbox_set_aside')).toEqual([0]);
  });

  it('is told with the batches that were applied, and those that failed', async () => {
    const before = await batches();
    const of = { schema: 'listener', follower: writesDown };
    const failing = counted(of, () => Promise.reject(new Error('not now')));
    await expect(failing).rejects.toThrow('not now');
    for (const step of ['idle', 'busy', 'applied', 'applied', 'caughtUp'])
      await counted(of, async () => step);
    const after = await batches();
    const grown = ['applied', 'caughtUp', 'failed', 'idle'].map(
      (step) => (after.get(step) ?? 0) - (before.get(step) ?? 0),
    );
    expect(grown).toEqual([2, 1, 1, 0]);
  });

  /** By step, of the follower of these tests: other files of the same worker count into the same registry. */
  async function batches(): Promise<ReadonlyMap<string, number>> {
    const families = await processRegistry.read();
    const samples = families.find(({ name }) => name === 'complaints_outbox_batches_total')?.samples ?? [];
    const own = samples.map(({ labels, value }) => ({ ...Object.fromEntries(labels), value }));
    const ofIt = own.filter((each) => 'follower' in each && each.follower === writesDown.name);
    return new Map(ofIt.map((each) => ['step' in each ? String(each.step) : '', each.value]));
  }
});
