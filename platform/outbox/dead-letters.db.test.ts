import { fixedClock } from '../config/clock';
import { migrate } from '../postgres/migrate';
import type { Follower } from '../server/subgraph';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { publish } from './outbox';
import { rebuild } from './rebuild';
import { createRelay, type RelayOptions } from './relay';
import { listener, teller, writesDown } from './testing';

const clock = fixedClock('2021-10-01');
const AT_ONCE = { attempts: 3, millis: 0 };
const SECRET = 'Mrs Secret of 1 Hidden Subscription';

describe('an event that cannot be applied', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterEach(() => database.stop());

  const sources = () => [{ name: 'teller', dataSource: database.of('outbox_reader') }];
  const consumer = (follower: Follower) => ({
    schema: 'listener',
    dataSource: database.of('listener'),
    follower,
  });
  const relay = (follower: Follower, options: Partial<RelayOptions> = {}) =>
    createRelay({
      sources: sources(),
      consumers: [consumer(follower)],
      clock,
      onFailure: () => undefined,
      retryLimit: AT_ONCE,
      ...options,
    });
  const tell = (...subjects: string[]) =>
    inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(
        transaction,
        'teller',
        subjects.map((subject) => ({ kind: 'said', subject, version: 1, payload: { SECRET } })),
      ),
    );
  const read = <Row>(sql: string) =>
    inTransaction(database.of('listener'), { subject: 'test', role: 'projection' }, (transaction) =>
      transaction.query<Row>(sql),
    );
  const heard = async () =>
    (await read<{ subject: string }>('select subject from listener.heard order by place')).map(
      ({ subject }) => subject,
    );
  const aside = () =>
    read<Record<string, unknown>>('select follower, source, kind, reason from listener.set_aside');

  /** Writes down what it is told, and fails as `fail` does at those whose subject begins with bad. */
  const failing = (fail: (transaction: Transaction) => unknown): Follower => ({
    ...writesDown,
    async apply(transaction, events, clockOfCourier) {
      await writesDown.apply(transaction, events, clockOfCourier);
      if (events.some(({ subject }) => subject.startsWith('bad'))) await fail(transaction);
    },
  });
  const doesNotFit = (transaction: Transaction) => transaction.query(`select '${SECRET}'::int`);

  it('is set aside with a row and a word, and the others go on in their order', async () => {
    const told: unknown[] = [];
    await tell('a', 'b', 'bad1', 'c', 'bad2', 'd');
    await relay(failing(doesNotFit), { onDeadLetter: (one) => told.push(one) }).drain();
    expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
    const row = { follower: 'writes-down', source: 'teller', kind: 'said', reason: '22P02' };
    expect(await aside()).toEqual([row, row]);
    const position = { xid: expect.any(String), id: expect.any(String) };
    expect(told).toEqual([1, 2].map(() => ({ ...row, schema: 'listener', position })));
    expect(JSON.stringify([told, await read('select * from listener.set_aside')])).not.toContain('Secret');
  });

  it('is set aside for a value that is too large, too', async () => {
    await tell('a', 'bad', 'b');
    await relay(failing((transaction) => transaction.query(`select repeat('x', 1073741824)`))).drain();
    expect(await heard()).toEqual(['a', 'b']);
    expect(await aside()).toMatchObject([{ reason: '54000' }]);
  });

  it('is set aside for a value that is not what it should be, too', async () => {
    await tell('bad');
    await relay(failing(() => JSON.parse('null').name)).drain();
    expect(await aside()).toMatchObject([{ reason: 'TypeError' }]);
  });

  it('holds back only what comes after it, and only until it has failed often enough', async () => {
    await tell('a', 'bad', 'b');
    // In the batch, in its half and alone; then in what is left of the batch.
    let fails = 4;
    const unsteady = failing((transaction) => (fails-- > 0 ? doesNotFit(transaction) : undefined));
    const failures: string[] = [];
    const poll = relay(unsteady, {
      pollMillis: 5,
      retryLimit: { attempts: 3, millis: 60_000 },
      onFailure: ({ error }) => failures.push(String(error)),
    });
    poll.start();
    while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await heard()).toContain('a');
    await relay(unsteady).drain();
    await poll.stop();
    expect(failures[0]).toMatch(/^StuckEventError: The event \d+\/\d+ \(said\) could not be applied: 22P02$/);
    expect(await heard()).toEqual(['a', 'bad', 'b']);
    expect(await aside()).toEqual([]);
  });

  it.each([
    ['a lost connection', 'select pg_terminate_backend(pg_backend_pid())'],
    ['a serialization failure', `do $$ begin raise exception using errcode = '40001'; end $$`],
    ['a deadlock', `do $$ begin raise exception using errcode = '40P01'; end $$`],
    ['a statement that was stopped', `set local statement_timeout = 1; select pg_sleep(1)`],
    ['a full disk', `do $$ begin raise exception using errcode = '53100'; end $$`],
    ['a table that is not there', 'select 1 from listener.nowhere'],
  ])('is never set aside for %s', async (_, sql) => {
    await tell('a', 'bad', 'b');
    let mended = false;
    const failures: unknown[] = [];
    const follower = failing(async (transaction) => {
      if (!mended) for (const statement of sql.split(';')) await transaction.query(statement);
    });
    const poll = relay(follower, { pollMillis: 1, onFailure: ({ error }) => failures.push(error) });
    poll.start();
    while (failures.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
    mended = true;
    await relay(follower).drain();
    await poll.stop();
    expect(await aside()).toEqual([]);
    expect(await heard()).toEqual(['a', 'bad', 'b']);
  });

  it('is set aside at once when its source may not tell it', async () => {
    await tell('a', 'forged', 'b');
    const strict: Follower = {
      ...writesDown,
      mayPublish: (source, { subject }) => source === 'teller' && subject !== 'forged',
    };
    await relay(strict, { retryLimit: { attempts: 1_000, millis: 60_000 } }).drain();
    expect(await heard()).toEqual(['a', 'b']);
    expect(await aside()).toMatchObject([{ kind: 'said', reason: 'NOT_ITS_TO_TELL' }]);
  });

  it('is tried anew when all is built anew, and given back when it fails again', async () => {
    await tell('a', 'bad', 'b');
    const broken = failing(doesNotFit);
    await relay(broken).drain();
    expect(await rebuild({ consumer: consumer(broken), sources: sources(), clock })).toMatchObject([
      { kind: 'said', reason: '22P02' },
    ]);
    expect([await heard(), await aside()]).toMatchObject([['a', 'b'], [{ reason: '22P02' }]]);
    expect(await rebuild({ consumer: consumer(writesDown), sources: sources(), clock })).toEqual([]);
    expect([await heard(), await aside()]).toEqual([['a', 'bad', 'b'], []]);
  });

  it('ends a building anew when it never failed before', async () => {
    await tell('a', 'bad');
    await relay(writesDown).drain();
    await expect(
      rebuild({ consumer: consumer(failing(doesNotFit)), sources: sources(), clock }),
    ).rejects.toThrow('could not be applied: 22P02');
    expect(await aside()).toEqual([]);
  });

  it('has its table in a schema that was made before there were such tables', async () => {
    await database.owner.query('drop table listener.set_aside');
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [teller, listener], clock });
    await tell('bad');
    await relay(failing(doesNotFit)).drain();
    expect(await aside()).toHaveLength(1);
  });
});
