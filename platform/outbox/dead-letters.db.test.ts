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
const SECRET = 'Mrs Secret of 1 Hidden Lane';

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
  const say = (...subjects: string[]) =>
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
  const deadLetters = () =>
    read<Record<string, unknown>>('select follower, source, kind, reason from listener.set_aside');

  /** Writes down what it is given, and fails as `fail` does at those whose subject begins with bad. */
  const failing = (fail: (transaction: Transaction) => unknown): Follower => ({
    ...writesDown,
    async apply(transaction, events, clockOfCourier) {
      await writesDown.apply(transaction, events, clockOfCourier);
      if (events.some(({ subject }) => subject.startsWith('bad'))) await fail(transaction);
    },
  });
  const doesNotFit = (transaction: Transaction) => transaction.query(`select '${SECRET}'::int`);

  it('becomes a dead letter with a row and a reason, and the others go on in their order', async () => {
    const reported: unknown[] = [];
    await say('a', 'b', 'bad1', 'c', 'bad2', 'd');
    await relay(failing(doesNotFit), { onDeadLetter: (one) => reported.push(one) }).drain();
    expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
    const row = { follower: 'writes-down', source: 'teller', kind: 'said', reason: '22P02' };
    expect(await deadLetters()).toEqual([row, row]);
    const position = { xid: expect.any(String), id: expect.any(String) };
    expect(reported).toEqual([1, 2].map(() => ({ ...row, schema: 'listener', position })));
    expect(JSON.stringify([reported, await read('select * from listener.set_aside')])).not.toContain(
      'Secret',
    );
  });

  it('becomes one for a value that is too large, too', async () => {
    await say('a', 'bad', 'b');
    await relay(failing((transaction) => transaction.query(`select repeat('x', 1073741824)`))).drain();
    expect(await heard()).toEqual(['a', 'b']);
    expect(await deadLetters()).toMatchObject([{ reason: '54000' }]);
  });

  it('becomes one for a value that is not what it should be, too', async () => {
    await say('bad');
    await relay(failing(() => JSON.parse('null').name)).drain();
    expect(await deadLetters()).toMatchObject([{ reason: 'TypeError' }]);
  });

  it('holds back only what comes after it, and only until it has failed often enough', async () => {
    await say('a', 'bad', 'b');
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
    expect(await deadLetters()).toEqual([]);
  });

  it.each([
    ['a lost connection', 'select pg_terminate_backend(pg_backend_pid())'],
    ['a serialization failure', `do $$ begin raise exception using errcode = '40001'; end $$`],
    ['a deadlock', `do $$ begin raise exception using errcode = '40P01'; end $$`],
    ['a statement that was stopped', `set local statement_timeout = 1; select pg_sleep(1)`],
    ['a full disk', `do $$ begin raise exception using errcode = '53100'; end $$`],
    ['a table that is not there', 'select 1 from listener.nowhere'],
  ])('never becomes a dead letter for %s', async (_, sql) => {
    await say('a', 'bad', 'b');
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
    expect(await deadLetters()).toEqual([]);
    expect(await heard()).toEqual(['a', 'bad', 'b']);
  });

  it('becomes one at once when its source may not publish it', async () => {
    await say('a', 'forged', 'b');
    const strict: Follower = {
      ...writesDown,
      mayPublish: (source, { subject }) => source === 'teller' && subject !== 'forged',
    };
    await relay(strict, { retryLimit: { attempts: 1_000, millis: 60_000 } }).drain();
    expect(await heard()).toEqual(['a', 'b']);
    expect(await deadLetters()).toMatchObject([{ kind: 'said', reason: 'NOT_ITS_TO_TELL' }]);
  });

  it('is tried again by a rebuild, and returned when it fails again', async () => {
    await say('a', 'bad', 'b');
    const broken = failing(doesNotFit);
    await relay(broken).drain();
    expect(await rebuild({ consumer: consumer(broken), sources: sources(), clock })).toMatchObject([
      { kind: 'said', reason: '22P02' },
    ]);
    expect([await heard(), await deadLetters()]).toMatchObject([['a', 'b'], [{ reason: '22P02' }]]);
    expect(await rebuild({ consumer: consumer(writesDown), sources: sources(), clock })).toEqual([]);
    expect([await heard(), await deadLetters()]).toEqual([['a', 'bad', 'b'], []]);
  });

  it('ends a rebuild when it never failed before', async () => {
    await say('a', 'bad');
    await relay(writesDown).drain();
    await expect(
      rebuild({ consumer: consumer(failing(doesNotFit)), sources: sources(), clock }),
    ).rejects.toThrow('could not be applied: 22P02');
    expect(await deadLetters()).toEqual([]);
  });

  it('has its table in a schema that was made before there were such tables', async () => {
    await database.owner.query('drop table listener.set_aside');
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [teller, listener], clock });
    await say('bad');
    await relay(failing(doesNotFit)).drain();
    expect(await deadLetters()).toHaveLength(1);
  });
});
