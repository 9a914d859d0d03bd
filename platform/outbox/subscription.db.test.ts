import { fixedClock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, openTransaction } from '../transaction/transaction';
import type { DeadLetter } from './dead-letters';
import { BEGINNING, publish } from './outbox';
import { createOutboxReader } from './outbox-reader';
import { newestPosition, readEvents } from './read';
import { createSubscription, StuckEventError, type SubscriptionOptions } from './subscription';
import { listener, teller, writesDown } from './testing';

const clock = fixedClock('2021-10-01');
const PROJECTION = { subject: 'projection', role: 'projection' };
const BATCH_SIZE = 2;

describe('a subscription', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterEach(() => database.stop());

  const source = () => ({ name: 'teller', dataSource: database.of('outbox_reader') });
  const subscribe = (follower: Follower = writesDown, options: Partial<SubscriptionOptions> = {}) =>
    createSubscription({
      consumer: { schema: 'listener', dataSource: database.of('listener'), follower },
      ...{ source: source(), clock, onDeadLetter: () => undefined },
      reader: createOutboxReader({ source: source(), limit: BATCH_SIZE }),
      ...options,
    });
  /** Publishes, and waits until it can be read: a transaction of another test may hold it back for a moment. */
  const say = async (...subjects: string[]) => {
    await inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(
        transaction,
        'teller',
        subjects.map((subject) => ({ kind: 'said', subject, version: 1, payload: {} })),
      ),
    );
    const newest = await newestPosition(source());
    const isReadable = async () =>
      (await readEvents({ source: source(), after: BEGINNING, limit: 100 })).at(-1)?.position.id ===
      newest.id;
    while (!(await isReadable())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const heard = async () =>
    (
      await inTransaction(database.of('listener'), PROJECTION, (transaction) =>
        transaction.query<{ subject: string }>('select subject from listener.heard order by place'),
      )
    ).map(({ subject }) => subject);
  const failing: Follower = {
    ...writesDown,
    async apply(transaction, events, ...more) {
      await writesDown.apply(transaction, events, ...more);
      if (events.some(({ subject }) => subject === 'bad')) await transaction.query(`select 'x'::int`);
    },
  };

  it('says with each step whether there may be more, and moves its checkpoint along', async () => {
    await say('a', 'b', 'c');
    const subscription = subscribe();
    expect([await subscription.position(), subscription.hasCaughtUp()]).toEqual([BEGINNING, false]);
    expect([await subscription.step(), subscription.hasCaughtUp()]).toEqual(['applied', false]);
    expect([await subscription.step(), subscription.hasCaughtUp()]).toEqual(['caughtUp', true]);
    expect(await subscription.step()).toBe('idle');
    expect(await subscription.position()).toEqual(await newestPosition(source()));
    expect(await heard()).toEqual(['a', 'b', 'c']);
  });

  it('goes on where another process left off', async () => {
    await say('a', 'b', 'c');
    expect(await subscribe().step()).toBe('applied');
    await say('d');
    expect(await subscribe().step()).toBe('caughtUp');
    expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is busy while another process holds its checkpoint, and does nothing then', async () => {
    await say('a');
    await subscribe().step();
    await say('b');
    const other = await openTransaction(database.of('listener'), PROJECTION);
    await other.transaction.query('select 1 from listener.follower_place for update');
    expect(await subscribe().step()).toBe('busy');
    await other.rollback();
    expect(await heard()).toEqual(['a']);
    expect(await subscribe().step()).toBe('caughtUp');
    expect(await heard()).toEqual(['a', 'b']);
  });

  it('is stuck at an event that fails, keeps what came before it, and passes it once it gives up', async () => {
    await say('a', 'bad');
    const letters: DeadLetter[] = [];
    const subscription = subscribe(failing, {
      retryLimit: { attempts: 2, millis: 0 },
      onDeadLetter: (letter) => letters.push(letter),
    });
    await expect(subscription.step()).rejects.toThrow(StuckEventError);
    expect([await heard(), letters, subscription.hasCaughtUp()]).toEqual([['a'], [], false]);
    // The same events were read before: that nothing came since is asked of the outbox.
    expect([await subscription.step(), await subscription.step()]).toEqual(['caughtUp', 'idle']);
    expect(letters).toMatchObject([{ schema: 'listener', follower: 'writes-down', reason: '22P02' }]);
    expect(await heard()).toEqual(['a']);
  });

  it('reports no dead letter that was not committed', async () => {
    await say('bad');
    const onDeadLetter = jest.fn();
    const subscription = subscribe(failing, {
      ...{ retryLimit: { attempts: 1, millis: 0 }, onDeadLetter },
      clock: {
        ...clock,
        now: () => {
          throw new Error('Before the commit');
        },
      },
    });
    await expect(subscription.step()).rejects.toThrow('Before the commit');
    expect(onDeadLetter).not.toHaveBeenCalled();
    expect(await subscription.position()).toEqual(BEGINNING);
  });
});
