import { fixedClock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents } from './apply';
import type { PlacedEvent } from './outbox';
import { listener, teller, writesDown } from './testing';

const clock = fixedClock('2021-10-01');

const events = (...subjects: string[]): PlacedEvent[] =>
  subjects.map((subject, index) => ({
    ...{ kind: subject.startsWith('other') ? 'other' : 'said', subject, version: 1, payload: {} },
    ...{ position: { xid: '1', id: String(index + 1) }, at: new Date('2022-01-31T12:00:00Z') },
  }));
const subjectsOf = (all: readonly { subject: string }[]) => all.map(({ subject }) => subject);

describe('a batch of events', () => {
  let database: TestDatabase;
  let batches: string[][];
  beforeAll(async () => {
    database = await testDatabase([teller, listener]);
  });
  beforeEach(() => {
    batches = [];
  });
  afterEach(() =>
    inProjection((transaction) => transaction.query('delete from listener.heard').then(() => undefined)),
  );
  afterAll(() => database.stop());

  const inProjection = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of('listener'), { subject: 'projection', role: 'projection' }, work);
  const follower: Follower = {
    ...writesDown,
    async apply(transaction, batch, ...more) {
      batches.push(subjectsOf(batch));
      await writesDown.apply(transaction, batch, ...more);
      if (batch.some(({ subject }) => subject.startsWith('bad'))) await transaction.query(`select 'x'::int`);
      if (batch.some(({ subject }) => subject === 'lost')) throw new Error('The connection is lost');
    },
    mayPublish: (source, { subject }) => source === 'teller' && subject !== 'forged',
  };
  const apply = (batch: readonly PlacedEvent[], { givesUp = true } = {}) =>
    inProjection((transaction) =>
      applyEvents(batch, { transaction, follower, source: 'teller', clock, givesUp: () => givesUp }),
    );
  const heard = async () =>
    subjectsOf(
      await inProjection((transaction) =>
        transaction.query<{ subject: string }>('select subject from listener.heard order by place'),
      ),
    );

  it('is applied as one where nothing fails, and events of other kinds are passed over', async () => {
    const all = events('a', 'other', 'b');
    expect(await apply(all)).toEqual({ done: all, dead: [], stuck: null });
    expect(batches).toEqual([['a', 'b']]);
    expect(await heard()).toEqual(['a', 'b']);
  });

  it('is halved until the faulty events stand alone, and every other is in effect once, in order', async () => {
    const all = events('a', 'b', 'bad1', 'c', 'bad2', 'd');
    const { done, dead, stuck } = await apply(all);
    expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
    expect([done, stuck]).toEqual([all, null]);
    expect(dead.map(({ event, reason }) => [event.subject, reason])).toEqual([
      ['bad1', '22P02'],
      ['bad2', '22P02'],
    ]);
  });

  it('ends before an event that is to be tried again; those after it are tried, and undone', async () => {
    const { done, dead, stuck } = await apply(events('a', 'bad', 'b'), { givesUp: false });
    expect(stuck).toMatchObject({ event: { subject: 'bad' }, reason: '22P02' });
    expect([subjectsOf(done), dead]).toEqual([['a'], []]);
    expect(batches.flat()).toContain('b');
    expect(await heard()).toEqual(['a']);
  });

  it('never hands over what its source may not publish', async () => {
    const { dead } = await apply(events('a', 'forged'));
    expect(batches).toEqual([['a']]);
    expect(dead).toMatchObject([{ event: { subject: 'forged' }, reason: 'NOT_ITS_TO_TELL' }]);
  });

  it('fails as a whole by every error that is not of an event', async () => {
    await expect(apply(events('a', 'lost', 'b'))).rejects.toThrow('The connection is lost');
    expect(await heard()).toEqual([]);
  });

  it('asks the follower for nothing where none is of its kinds', async () => {
    const all = events('other1', 'other2');
    expect(await apply(all)).toEqual({ done: all, dead: [], stuck: null });
    expect(batches).toEqual([]);
  });
});
