import type { DataSource } from 'typeorm';
import { fixedClock } from '../config/clock';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import { publish } from './outbox';
import { createRelay } from './relay';
import { listener, teller, untilReadable, writesDown } from './testing';

const FOLLOWERS = 8;

describe('a drain', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.stop();
  });

  /** A relay for many followers of one outbox, all of which come to the same events at the same time. */
  const relay = () =>
    createRelay({
      sources: [{ name: 'teller', dataSource: database.of('outbox_reader') }],
      consumers: Array.from({ length: FOLLOWERS }, (_, number) => ({
        schema: 'listener',
        dataSource: database.of('listener'),
        follower: { ...writesDown, name: `writes-down-${number}` },
      })),
      clock: fixedClock('2021-10-01'),
      onFailure: () => undefined,
    });
  const say = (subject: string) =>
    inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(transaction, 'teller', [{ kind: 'said', subject, version: 1, payload: {} }]),
    );
  const heard = async () =>
    (
      await inTransaction(database.of('listener'), { subject: 'test', role: 'projection' }, (transaction) =>
        transaction.query<object>('select subject from listener.heard'),
      )
    ).length;
  /** How many transactions `work` opens. */
  async function transactionsOf(work: () => Promise<void>): Promise<{ reading: number; following: number }> {
    const spy = (dataSource: DataSource) => jest.spyOn(dataSource, 'createQueryRunner').mockClear();
    const [reader, follower] = [spy(database.of('outbox_reader')), spy(database.of('listener'))];
    await work();
    return { reading: reader.mock.calls.length, following: follower.mock.calls.length };
  }

  it('brings every follower to the end, each by one step, though all ask at once', async () => {
    await say('a');
    await untilReadable(database.of('outbox_reader'));
    const relayed = relay();
    const { reading, following } = await transactionsOf(() => relayed.drain());
    expect([await heard(), relayed.hasCaughtUp('listener')]).toEqual([FOLLOWERS, true]);
    // For each: where it is, twice, before and after its step, and in the second pass; and what the step looks at.
    expect(following).toBeLessThanOrEqual(6 * FOLLOWERS);
    expect(reading).toBeLessThanOrEqual(4 * FOLLOWERS);
  });

  it('asks each outbox and each follower once where there is nothing to do', async () => {
    const relayed = relay();
    await relayed.drain();
    expect(await transactionsOf(() => relayed.drain())).toEqual({ reading: 1, following: FOLLOWERS });
  });

  it('goes on from where a follower is, though the relay remembers it further on', async () => {
    await say('a');
    const relayed = relay();
    await relayed.drain();
    await inTransaction(database.of('listener'), { subject: 'test', role: 'projection' }, (transaction) =>
      transaction.query(`update listener.follower_place set xid = '0', id = 0`),
    );
    await relayed.drain();
    expect(await heard()).toBe(2 * FOLLOWERS);
  });
});
