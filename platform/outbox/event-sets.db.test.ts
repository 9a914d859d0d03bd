import { fixedClock } from '../config/clock';
import { migrate } from '../postgres/migrate';
import type { Follower } from '../server/subgraph';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, openTransaction } from '../transaction/transaction';
import { ensureEventSets } from './event-sets-column';
import { BEGINNING, type PlacedEvent, type Position, publish } from './outbox';
import { newestPosition, readEvents } from './read';
import { rebuild } from './rebuild';
import { createRelay } from './relay';
import { listener, teller, untilReadable, writesDown } from './testing';

const SEED = { subject: 'seed', role: 'seed' };
const PROJECTION = { subject: 'projection', role: 'projection' };
const clock = fixedClock('2021-10-01');

/** More than is published as rows, and than one set holds. */
const MANY = 1_250;

describe('events that are published as sets', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterEach(() => database.stop());

  const source = () => ({ name: 'teller', dataSource: database.of('outbox_reader') });
  const subjects = (name: string, count: number) =>
    Array.from({ length: count }, (_, place) => `${name}${place}`);
  const events = (names: readonly string[], kind = 'said') =>
    names.map((subject, place) => ({ kind, subject, version: place + 1, payload: { subject } }));
  const say = async (...told: readonly (readonly string[])[]) => {
    await inTransaction(database.of('teller'), SEED, async (transaction) => {
      for (const names of told) await publish(transaction, 'teller', events(names));
    });
    await untilReadable(source().dataSource);
  };
  const rows = async () =>
    (
      await inTransaction(source().dataSource, { subject: 'courier', role: 'courier' }, (transaction) =>
        transaction.query<{ rows: number }>('select count(*)::int as rows from teller.outbox'),
      )
    )[0]?.rows;
  const readAll = async (limit: number): Promise<PlacedEvent[]> => {
    const all: PlacedEvent[] = [];
    let after: Position = BEGINNING;
    for (;;) {
      const read = await readEvents({ source: source(), after, limit });
      all.push(...read);
      after = read.at(-1)?.position ?? after;
      if (read.length < limit) return all;
      expect(read).toHaveLength(limit);
    }
  };
  const consumer = (follower: Follower) => ({
    schema: 'listener',
    dataSource: database.of('listener'),
    follower,
  });
  const relay = (follower: Follower, batchSize?: number) =>
    createRelay({
      ...{ sources: [source()], consumers: [consumer(follower)], clock, onFailure: () => undefined },
      ...{ retryLimit: { attempts: 2, millis: 0 }, ...(batchSize === undefined ? {} : { batchSize }) },
    });
  const heard = async () =>
    (
      await inTransaction(database.of('listener'), PROJECTION, (transaction) =>
        transaction.query<{ subject: string }>('select subject from listener.heard order by place'),
      )
    ).map(({ subject }) => subject);

  it('are few rows, and few of them or of several kinds a row each', async () => {
    await say(subjects('set', MANY));
    expect(await rows()).toBe(2);
    await say(subjects('few', 99));
    expect(await rows()).toBe(2 + 99);
    await inTransaction(database.of('teller'), SEED, (transaction) =>
      publish(transaction, 'teller', [...events(subjects('x', 99)), ...events(['y'], 'sung')]),
    );
    expect(await rows()).toBe(2 + 99 + 100);
  });

  it.each([1_000, 333, 100, 97])(
    'are read in the order published, each once, %i at a time',
    async (limit) => {
      const told = [subjects('a', 3), subjects('b', 130), subjects('c', 1), subjects('d', 101)];
      await say(...told);
      await say(subjects('e', 250));
      const read = await readAll(limit);
      expect(read.map(({ subject }) => subject)).toEqual([...told.flat(), ...subjects('e', 250)]);
      expect(read.map(({ payload }) => payload)).toEqual(read.map(({ subject }) => ({ subject })));
      expect(read.slice(3, 6).map(({ kind, version }) => [kind, version])).toEqual([
        ['said', 1],
        ['said', 2],
        ['said', 3],
      ]);
      expect(read.at(-1)?.position).toEqual(await newestPosition(source()));
      expect(new Set(read.map(({ position: { xid, id } }) => `${xid}/${id}`)).size).toBe(read.length);
    },
  );

  it('are read on from any place', async () => {
    await say(subjects('a', 120), ['b']);
    const read = await readAll(1_000);
    for (const place of [0, 1, 60, 118, 119, 120]) {
      const rest = await readEvents({ source: source(), after: read[place]!.position, limit: 1_000 });
      expect(rest.map(({ subject }) => subject)).toEqual(read.slice(place + 1).map(({ subject }) => subject));
    }
  });

  it('keep their order where two transactions publish at once', async () => {
    const [one, other] = [
      await openTransaction(database.of('teller'), SEED),
      await openTransaction(database.of('teller'), SEED),
    ];
    const parts = ['a', 'b', 'c'].map((name) => subjects(name, 150));
    for (const part of parts) {
      await publish(one.transaction, 'teller', events(part));
      await publish(other.transaction, 'teller', events(part.map((name) => `other-${name}`)));
    }
    await other.commit();
    expect(await readAll(1_000)).toEqual([]);
    await one.commit();
    await untilReadable(source().dataSource);
    const read = (await readAll(200)).map(({ subject }) => subject);
    expect(read.filter((subject) => !subject.startsWith('other-'))).toEqual(parts.flat());
    expect(read.filter((subject) => subject.startsWith('other-'))).toEqual(
      parts.flat().map((name) => `other-${name}`),
    );
  });

  it.each([1_000, 64])('reach a follower once each, in batches of %i', async (batchSize) => {
    await say(subjects('a', MANY), ['b']);
    await relay(writesDown, batchSize).drain();
    await relay(writesDown, 7).drain();
    expect(await heard()).toEqual([...subjects('a', MANY), 'b']);
  });

  it('become dead letters one by one, and are applied by a rebuild', async () => {
    await say(subjects('a', 150));
    const failing: Follower = {
      ...writesDown,
      async apply(transaction, told, ...more) {
        await writesDown.apply(transaction, told, ...more);
        if (told.some(({ subject }) => subject === 'a77')) await transaction.query(`select 'x'::int`);
      },
    };
    await relay(failing).drain();
    expect(await heard()).toEqual(subjects('a', 150).filter((subject) => subject !== 'a77'));
    expect(await rebuild({ consumer: consumer(writesDown), sources: [source()], clock })).toEqual([]);
    expect(await heard()).toEqual(subjects('a', 150));
  });

  it('follow what an outbox held before there were sets', async () => {
    await database.owner.query('alter table teller.outbox drop column events');
    await database.owner.query('alter table listener.outbox drop column events');
    await inTransaction(database.of('teller'), SEED, (transaction) =>
      transaction.query(
        `insert into teller.outbox (kind, subject, version, payload) values ('said', 'old', 1, '{}'), ('said', 'older', 1, '{}')`,
      ),
    );
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [teller, listener], clock });
    // Where nothing is lacking nothing is done: there is no login of this database.
    const owner = {
      database: 'none',
      query: <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
        database.owner.query(sql, [...parameters]),
    };
    await ensureEventSets(owner, ['teller', 'listener']);
    await say(subjects('a', 120));
    await relay(writesDown, 50).drain();
    expect(await heard()).toEqual(['old', 'older', ...subjects('a', 120)]);
  });
});
