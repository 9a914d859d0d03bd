import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Identity } from '../identity/identity';
import { connect } from '../postgres/connect';
import { type TestDatabase, testDatabase } from '../testing/database';
import { NoConnectionError } from '../transaction/transaction';
import { operationTransaction } from './operation';

const identity: Identity = {
  ...{ subject: 'olu', role: 'officer', scopes: [], streams: ['corporate', 'schools'] },
  ...{ services: [], partner: null },
};
/** Sooner than any statement here ends by itself. */
const SOON_MILLIS = 5_000;

describe('the transaction of an operation', () => {
  let database: TestDatabase;
  let single: DataSource;
  beforeAll(async () => {
    database = await testDatabase([]);
    await database.owner.query('create table public.written (word text)');
    single = await connect({
      url: database.ownerUrl,
      subgraph: { name: 'single', tables: [] },
      poolSize: 1,
    });
  });
  afterAll(async () => {
    await single.destroy();
    await database.stop();
  });

  const begin = (signal = new AbortController().signal, dataSource = database.owner) =>
    operationTransaction({ dataSource, identity, signal });
  const written = async () =>
    (await database.owner.query<{ word: string }[]>('select word from public.written order by word')).map(
      ({ word }) => word,
    );
  const write = `insert into public.written values ($1)`;

  it('is opened once, under the scope of the caller', async () => {
    const operation = begin();
    const ask = () =>
      operation.transaction.query(
        `select current_setting('scope.subject') as subject, current_setting('scope.streams') as streams,
         current_setting('scope.partner') as partner, pg_backend_pid() as backend, pg_current_xact_id()::text as xid`,
      );
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first).toMatchObject([{ subject: 'olu', streams: 'corporate,schools', partner: '' }]);
    expect(second).toEqual(first);
    await operation.end('rollback');
  });

  it('keeps what was written when it commits, and nothing of it when it rolls back', async () => {
    for (const how of ['commit', 'rollback'] as const) {
      const operation = begin();
      await operation.transaction.query(write, [how]);
      await operation.end(how);
    }
    expect(await written()).toEqual(['commit']);
  });

  it('takes no connection when nothing is asked, and none after its end', async () => {
    const operation = begin(undefined, single);
    await operation.end('commit');
    await operation.end('rollback');
    await expect(operation.transaction.query('select 1')).rejects.toThrow('The operation has ended');
    const next = begin(undefined, single);
    expect(await next.transaction.query('select 1 as one')).toEqual([{ one: 1 }]);
    await next.end('commit');
  });

  it('reads one state throughout where that is asked for, and each statement its own where not', async () => {
    const level = async (how?: { isOneSnapshot: boolean }) => {
      const operation = begin();
      await operation.open(how);
      const rows = await operation.transaction.query(
        `select current_setting('transaction_isolation') as level`,
      );
      await operation.end('commit');
      return rows;
    };
    expect(await level({ isOneSnapshot: true })).toEqual([{ level: 'repeatable read' }]);
    expect(await level()).toEqual([{ level: 'read committed' }]);
  });

  it('offers `manager` only once it is open', async () => {
    const operation = begin();
    expect(() => operation.transaction.manager).toThrow('`manager` comes after it');
    await operation.open();
    expect(await operation.transaction.manager.query('select 1 as one')).toEqual([{ one: 1 }]);
    await operation.end('commit');
  });

  it.each([
    ['a text', ['a\u0000'], 'select $1::text'],
    ['a list', [['a', ['b\u0000']]], 'select $1::text[]'],
    ['JSON', ['{"a":"\\u0000"}'], `select $1::jsonb ->> 'a'`],
  ])('takes U+0000 in %s for bad input', async (_, parameters, sql) => {
    const operation = begin();
    await expect(operation.transaction.query(sql, parameters)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
    await operation.end('rollback');
  });

  it('stops the statement that runs when nobody waits any more, and refuses every later one', async () => {
    const gone = new AbortController();
    const operation = begin(gone.signal, single);
    await operation.open();
    const since = Date.now();
    const asleep = operation.transaction.query('select pg_sleep(30)');
    const fails = expect(asleep).rejects.toThrow();
    await wait(100);
    expect(operation.isAbandoned()).toBe(false);
    gone.abort();
    await fails;
    expect(operation.isAbandoned()).toBe(true);
    await expect(operation.transaction.query('select 1')).rejects.toThrow('aborted');
    await operation.end('rollback');
    expect(await single.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
  });

  it('stops a statement that still runs when it rolls back', async () => {
    const operation = begin();
    await operation.open();
    const since = Date.now();
    const fails = expect(operation.transaction.query('select pg_sleep(30)')).rejects.toThrow();
    await wait(100);
    await operation.end('rollback');
    await fails;
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
  });

  it('says when there was no connection to be had', async () => {
    const closed = await connect({
      url: database.ownerUrl,
      subgraph: { name: 'closed', tables: [] },
      poolSize: 1,
    });
    await closed.destroy();
    const operation = begin(undefined, closed);
    expect(operation.noConnection()).toBeNull();
    await expect(operation.open()).rejects.toThrow(NoConnectionError);
    expect(operation.noConnection()).toBeInstanceOf(NoConnectionError);
    await operation.end('rollback');
  });
});
