import { setTimeout as wait } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fixedClock } from '../config/clock';
import { publish } from '../outbox/outbox';
import { createOutboxReader } from '../outbox/outbox-reader';
import { createSubscription, keepCheckpoint } from '../outbox/subscription';
import { listener, teller, untilReadable, writesDown } from '../outbox/testing';
import { type Told, tellChanges, tellNoChanges } from '../tables/tell-changes';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import type { Change } from './change';
import { type ChangeFeed, createChangeFeed } from './change-feed';
import { followedSubjects } from './followed-subjects';

const PLACES: Told = {
  ...{ schema: 'listener', table: 'follower_place', on: 'update' },
  when: '(old.xid, old.id) is distinct from (new.xid, new.id)',
};

class TellChanges1700000000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return tellChanges(runner, PLACES);
  }
  down(runner: QueryRunner): Promise<void> {
    return tellNoChanges(runner, PLACES);
  }
}
const telling = { ...listener, migrations: [...listener.migrations, TellChanges1700000000001] };

describe('the changes of a part', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([teller, telling]);
  });
  afterAll(() => database.stop());

  const source = () => ({ name: 'teller', dataSource: database.of('outbox_reader') });
  const consumer = () => ({
    ...{ schema: 'listener', dataSource: database.of('listener'), follower: writesDown },
  });
  const feedOf = (kinds: readonly string[]): ChangeFeed =>
    createChangeFeed({
      ...{ schema: 'listener', consumers: [consumer()], sources: [source()], kinds },
      urls: [database.ownerUrl],
    });
  const say = async (kind: string, subjects: readonly string[]) => {
    await inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(
        transaction,
        'teller',
        subjects.map((subject) => ({ kind, subject, version: 1, payload: {} })),
      ),
    );
    await untilReadable(source().dataSource);
  };
  const applyAll = async () => {
    const subscription = createSubscription({
      ...{ consumer: consumer(), source: source(), clock: fixedClock('2021-10-01') },
      reader: createOutboxReader({ source: source(), limit: 1_000 }),
      onDeadLetter: () => undefined,
    });
    while ((await subscription.step()) === 'applied');
  };
  const listeners = async (): Promise<number> =>
    (
      await database.owner.query<unknown[]>(
        `select from pg_stat_activity where application_name = 'complaints changes' and datname = current_database()`,
      )
    ).length;
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await wait(10);
  };
  const follow = async (feed: ChangeFeed) => {
    const told: Change[] = [];
    const leave = await feed.follow((change) => told.push(change));
    return {
      told,
      leave,
      subjects: () => told.flatMap(({ subjects }) => subjects.map((each) => each.subject)),
    };
  };

  it('are told once followers have applied them, each once, to all who follow; nothing of before', async () => {
    await say('said', ['before']);
    await applyAll();
    const feed = feedOf(['said']);
    const [first, second] = [await follow(feed), await follow(feed)];
    await say('said', ['a', 'b']);
    await say('sung', ['c']);
    expect(first.told).toEqual([]);
    await applyAll();
    await until(() => first.subjects().length >= 2 && second.subjects().length >= 2);
    await say('said', ['d']);
    await applyAll();
    await until(() => first.subjects().length >= 3 && second.subjects().length >= 3);
    expect(first.subjects()).toEqual(['a', 'b', 'd']);
    expect(second.subjects()).toEqual(['a', 'b', 'd']);
    expect(first.told[0]?.subjects[0]).toEqual({
      ...{ source: 'teller', subject: 'a', at: expect.stringMatching(/^20\d\d-.*Z$/) },
    });
    await Promise.all([first.leave(), second.leave()]);
  });

  it('hold one connection while anybody follows, and none when nobody does', async () => {
    const feed = feedOf(['said']);
    expect(await listeners()).toBe(0);
    const followers = [await follow(feed), await follow(feed), await follow(feed)];
    expect(await listeners()).toBe(1);
    await followers[0]?.leave();
    await followers[1]?.leave();
    expect(await listeners()).toBe(1);
    await followers[2]?.leave();
    await until(async () => (await listeners()) === 0);
    const again = await follow(feed);
    expect(await listeners()).toBe(1);
    await again.leave();
  });

  it('are cut where many were applied at once, and say from when', async () => {
    const { told, leave } = await follow(feedOf(['said']));
    const many = Array.from({ length: 1_200 }, (_, place) => `m${place}`);
    await say('said', many);
    await applyAll();
    await until(() => told.some(({ untold }) => untold.length > 0));
    expect(told.flatMap(({ untold }) => untold)[0]).toEqual({
      ...{ source: 'teller', since: expect.stringMatching(/Z$/) },
    });
    await leave();
  });

  it('are read once each', async () => {
    const feed = { sources: [source()], consumers: [consumer()], kinds: ['said'] };
    const subjects = followedSubjects(feed);
    await subjects.begin();
    await say('said', ['f']);
    await applyAll();
    expect((await subjects.next()).subjects).toMatchObject([{ subject: 'f' }]);
    expect(await subjects.next()).toEqual({ subjects: [], untold: [] });
  });

  it('are found again after the connection was lost, and while all is built anew nothing is told', async () => {
    const { told, subjects, leave } = await follow(feedOf(['said']));
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'complaints changes' and datname = current_database()`,
    );
    await until(async () => (await listeners()) === 0);
    await say('said', ['unheard']);
    await applyAll();
    await until(() => subjects().includes('unheard'));
    const before = subjects().length;
    const place = { schema: 'listener', follower: 'writes-down', source: 'teller', caughtUpAt: null };
    await inTransaction(
      database.of('listener'),
      { subject: 'projection', role: 'projection' },
      (transaction) => keepCheckpoint(transaction, { ...place, position: { xid: '0', id: '0' } }),
    );
    await applyAll();
    await say('said', ['last']);
    await applyAll();
    await until(() => subjects().includes('last'));
    expect(subjects().slice(before)).toEqual(['last']);
    expect(told.flatMap(({ untold }) => untold)).toEqual([]);
    await leave();
  }, 15_000);

  it('are told without subjects where none are wanted, and not at all of what was rolled back', async () => {
    const { told, leave } = await follow(feedOf([]));
    await say('said', ['e']);
    await applyAll();
    await until(() => told.length > 0);
    expect(told[0]).toEqual({ subjects: [], untold: [] });
    const rolledBack = told.length;
    const failing = inTransaction(
      database.owner,
      { subject: 'owner', role: 'owner' },
      async (transaction) => {
        await transaction.query(`select pg_notify('changes', 'listener')`);
        throw new Error('back');
      },
    );
    await expect(failing).rejects.toThrow('back');
    await wait(300);
    expect(told).toHaveLength(rolledBack);
    await leave();
  });

  it('cannot be followed where the followers’ places cannot be read, and leave nothing behind', async () => {
    const feed = createChangeFeed({
      ...{ schema: 'listener', sources: [source()], kinds: ['said'], urls: [database.ownerUrl] },
      consumers: [{ ...consumer(), schema: 'nowhere' }],
    });
    await expect(feed.follow(() => undefined)).rejects.toThrow();
    await until(async () => (await listeners()) === 0);
  });
});
