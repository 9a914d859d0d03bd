import { fixedClock } from '../config/clock';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, openTransaction } from '../transaction/transaction';
import { publish } from './outbox';
import { rebuild } from './rebuild';
import { createRelay, type Relay } from './relay';
import { listener, teller, untilReadable, writesDown } from './testing';

const SEED = { subject: 'seed', role: 'seed' };
const PROJECTION = { subject: 'projection', role: 'projection' };
const clock = fixedClock('2021-10-01');

describe('the way from an outbox to its followers', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterEach(() => database.stop());

  const sources = () => [{ name: 'teller', dataSource: database.of('outbox_reader') }];
  const consumer = (follower = writesDown) => ({
    schema: 'listener',
    dataSource: database.of('listener'),
    follower,
  });
  const relay = (options: Partial<Parameters<typeof createRelay>[0]> = {}): Relay =>
    createRelay({
      sources: sources(),
      consumers: [consumer()],
      clock,
      onFailure: () => undefined,
      ...options,
    });
  const say = (...subjects: string[]) =>
    inTransaction(database.of('teller'), SEED, (transaction) =>
      publish(transaction, 'teller', subjects.map(event)),
    );
  const event = (subject: string) => ({ kind: 'said', subject, version: 1, payload: {} });
  const heard = async () =>
    (
      await inTransaction(database.of('listener'), PROJECTION, (transaction) =>
        transaction.query<{ subject: string }>('select subject from listener.heard order by place'),
      )
    ).map(({ subject }) => subject);

  it('brings every event once, in the order published, in batches of any size', async () => {
    const subjects = Array.from({ length: 25 }, (_, index) => `s${index}`);
    await say(...subjects);
    await relay({ batchSize: 10 }).drain();
    await relay({ batchSize: 7 }).drain();
    expect(await heard()).toEqual(subjects);
  });

  it('waits for an older transaction that is still open, and then misses nothing of it', async () => {
    const older = await openTransaction(database.of('teller'), SEED);
    await publish(older.transaction, 'teller', [event('older')]);
    await say('newer');
    const poll = relay({ pollMillis: 5 });
    poll.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await heard()).toEqual([]);
    await older.commit();
    await relay().drain();
    await poll.stop();
    expect((await heard()).sort()).toEqual(['newer', 'older']);
  });

  it('brings what was held back as soon as the older transaction ends, though nobody is notified of that', async () => {
    const older = await openTransaction(database.of('teller'), SEED);
    await older.transaction.query('select pg_current_xact_id()');
    const poll = relay({ pollMillis: 60_000 });
    poll.start();
    await say('newer');
    poll.wake();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await heard()).toEqual([]);
    await older.commit();
    while ((await heard()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await poll.stop();
    expect(await heard()).toEqual(['newer']);
  });

  it('looks again at once where it is woken while it looks', async () => {
    await say('first');
    await relay().drain();
    let isFirst = true;
    const failsOnce = {
      ...writesDown,
      name: 'fails-once',
      apply: async () => {
        if (!isFirst) return;
        isFirst = false;
        await say('second');
        poll.wake();
        throw new Error('Not yet');
      },
    };
    const poll = relay({ pollMillis: 60_000, consumers: [consumer(), consumer(failsOnce)] });
    poll.start();
    while ((await heard()).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await poll.stop();
    expect(await heard()).toEqual(['first', 'second']);
  });

  it('leaves fewer events than a load asks for until there are more, and none to a drain', async () => {
    const poll = relay({ pollMillis: 5, batchSize: 3, leastEvents: 3 });
    await say('a');
    await untilReadable(database.of('outbox_reader'));
    await poll.drain();
    poll.start();
    await say('b', 'c');
    await untilReadable(database.of('outbox_reader'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await heard()).toEqual(['a']);
    await say('d', 'e');
    while ((await heard()).length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
    await poll.stop();
    await poll.drain();
    expect(await heard()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('misses none of what many writers commit at once while it polls, and needs no notification', async () => {
    const poll = relay({ pollMillis: 1, batchSize: 5 });
    poll.start();
    const writers = Array.from({ length: 40 }, (_, writer) => say(`w${writer}-a`, `w${writer}-b`));
    await Promise.all(writers);
    await relay().drain();
    await poll.stop();
    const all = await heard();
    expect(all).toHaveLength(80);
    expect(new Set(all).size).toBe(80);
  });

  it('applies each event once when two processes relay at the same time', async () => {
    const subjects = Array.from({ length: 60 }, (_, index) => `s${index}`);
    await say(...subjects);
    await Promise.all([relay({ batchSize: 3 }).drain(), relay({ batchSize: 4 }).drain()]);
    expect(await heard()).toEqual(subjects);
  });

  it('leaves nothing of a batch that fails, reports it, and tries again', async () => {
    await say('a', 'b');
    let fails = true;
    const failures: unknown[] = [];
    const unsteady = {
      ...writesDown,
      apply: async (...args: Parameters<typeof writesDown.apply>) => {
        await writesDown.apply(...args);
        if (fails) throw new Error('half-way');
      },
    };
    const poll = relay({
      consumers: [consumer(unsteady)],
      pollMillis: 5,
      onFailure: (failure) => failures.push(failure),
    });
    poll.start();
    while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await heard()).toEqual([]);
    fails = false;
    await relay().drain();
    await poll.stop();
    expect(failures[0]).toMatchObject({ follower: 'writes-down', source: 'teller' });
    expect(await heard()).toEqual(['a', 'b']);
  });

  it('builds anew what was built, and goes on from there', async () => {
    await say('a', 'b');
    await relay().drain();
    await rebuild({ consumer: consumer(), sources: sources(), clock });
    expect(await heard()).toEqual(['a', 'b']);
    await say('c');
    await relay().drain();
    expect(await heard()).toEqual(['a', 'b', 'c']);
  });

  it('shows the old state while it builds anew, and keeps it when that fails', async () => {
    await say('a');
    await relay().drain();
    const broken = { ...writesDown, apply: () => Promise.reject(new Error('half-way')) };
    await expect(rebuild({ consumer: consumer(broken), sources: sources(), clock })).rejects.toThrow(
      'half-way',
    );
    expect(await heard()).toEqual(['a']);
  });

  it('says when it had caught up, by the product’s clock', async () => {
    await say('a');
    await relay().drain();
    const [place] = await inTransaction(database.of('listener'), PROJECTION, (transaction) =>
      transaction.query<{ day: string }>(
        `select caught_up_at::date::text as day from listener.follower_place`,
      ),
    );
    expect(place?.day).toBe('2021-10-01');
  });

  const caughtUpAt = async () =>
    (
      await inTransaction(database.of('listener'), PROJECTION, (transaction) =>
        transaction.query<{ at: Date | null }>('select caught_up_at as at from listener.follower_place'),
      )
    )[0]?.at;

  it('has not caught up while events wait behind a transaction that is open', async () => {
    const older = await openTransaction(database.of('teller'), SEED);
    await publish(older.transaction, 'teller', [event('older')]);
    await say('newer');
    const poll = relay({ pollMillis: 5 });
    poll.start();
    while ((await caughtUpAt()) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect([await caughtUpAt(), poll.hasCaughtUp('listener')]).toEqual([null, false]);
    await older.commit();
    await poll.drain();
    expect([await caughtUpAt(), poll.hasCaughtUp('listener')]).toEqual([clock.now(), true]);
    await poll.stop();
  });

  it('can be given up, by who waits and when nothing moves', async () => {
    const older = await openTransaction(database.of('teller'), SEED);
    await publish(older.transaction, 'teller', [event('older')]);
    await say('newer');
    await expect(relay().drain({ stallMillis: 1 })).rejects.toThrow(
      'What teller told does not reach listener (writes-down)',
    );
    const reason = new Error('Ctrl-C');
    await expect(relay().drain({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await older.rollback();
    await relay().drain({ stallMillis: 60_000 });
    expect(await heard()).toEqual(['newer']);
  });

  it('keeps outboxes from every login and scope but the relay’s', async () => {
    await say('a');
    const read = (login: string, role: string) =>
      inTransaction(database.of(login), { subject: 'x', role }, (transaction) =>
        transaction.query('select 1 from teller.outbox'),
      );
    expect(await read('outbox_reader', 'courier')).toHaveLength(1);
    for (const role of ['', 'analyst', 'admin', 'garbage'])
      expect(await read('outbox_reader', role)).toEqual([]);
    await expect(read('listener', 'courier')).rejects.toThrow('permission denied');
    await expect(
      inTransaction(database.of('teller'), { subject: 'x', role: 'analyst' }, (transaction) =>
        publish(transaction, 'teller', [event('forged')]),
      ),
    ).rejects.toThrow('row-level security');
  });
});
