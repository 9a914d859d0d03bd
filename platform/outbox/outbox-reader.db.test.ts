import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import { BEGINNING, type Position, publish } from './outbox';
import { createOutboxReader, type OutboxReader } from './outbox-reader';
import { newestPosition, readEvents } from './read';
import { teller } from './testing';

const LIMIT = 3;

describe('an outbox that several followers read', () => {
  let database: TestDatabase;
  let now = 0;
  beforeEach(async () => {
    database = await testDatabase([teller]);
    now = 0;
  });
  afterEach(() => database.stop());

  const source = () => ({ name: 'teller', dataSource: database.of('outbox_reader') });
  const reader = () =>
    createOutboxReader({ source: source(), limit: LIMIT, quietMillis: 10, nowMillis: () => now });
  /** Publishes, and waits until it can be read: a transaction of another test may hold it back for a moment. */
  const say = async (...subjects: string[]): Promise<void> => {
    await inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(
        transaction,
        'teller',
        subjects.map((subject) => ({ kind: 'said', subject, version: 1, payload: {} })),
      ),
    );
    const newest = await newestPosition(source());
    for (let last = BEGINNING; last.id !== newest.id; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      last = (await readEvents({ source: source(), after: BEGINNING, limit: 100 })).at(-1)?.position ?? last;
    }
  };
  const heard = async (read: Pick<OutboxReader, 'read'>, after: Position) => {
    const { events, isLast } = await read.read(after);
    return { subjects: events.map(({ subject }) => subject).join(' '), isLast, end: events.at(-1)?.position };
  };
  const questions = () => jest.spyOn(source().dataSource, 'createQueryRunner');

  it('asks once for those who are at one place, and hands a full batch on', async () => {
    await say('a', 'b', 'c', 'd');
    const shared = reader();
    const asked = questions();
    const [first, same] = await Promise.all([heard(shared, BEGINNING), heard(shared, BEGINNING)]);
    expect([first.subjects, same.subjects]).toEqual(['a b c', 'a b c']);
    expect((await heard(shared, BEGINNING)).subjects).toBe('a b c');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await heard(shared, first.end!)).toMatchObject({ subjects: 'd', isLast: true });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('knows whether so many events follow, without reading them', async () => {
    await say('a', 'b', 'c');
    const shared = reader();
    const { end } = await heard(shared, BEGINNING);
    await say('d', 'e');
    const payloads = questions();
    expect([await shared.hasMore(end!, 2), await shared.hasMore(end!, 3)]).toEqual([true, false]);
    expect([await shared.hasMore(BEGINNING, 5), await shared.hasMore(BEGINNING, 6)]).toEqual([true, false]);
    expect(payloads).toHaveBeenCalledTimes(4);
  });

  it('hands on what is left of a shorter batch, and never takes it for the end', async () => {
    await say('a', 'b');
    const shared = reader();
    const { end } = await heard(shared, BEGINNING);
    await say('c');
    expect(await heard(shared, BEGINNING)).toMatchObject({ subjects: 'a b', isLast: false });
    expect(await heard(shared, end!)).toMatchObject({ subjects: 'c', isLast: true });
    expect(await heard(shared, end!)).toMatchObject({ subjects: 'c', isLast: false });
  });

  it('goes on from the middle of a batch that another follower was given', async () => {
    await say('a', 'b', 'c');
    const shared = reader();
    const { events } = await shared.read(BEGINNING);
    const asked = questions();
    expect(await heard(shared, events[0]!.position)).toMatchObject({ subjects: 'b c', isLast: false });
    expect(asked).not.toHaveBeenCalled();
  });

  it('keeps a few batches and no more: who is further behind asks by itself', async () => {
    await say('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
    const shared = reader();
    let after: Position = BEGINNING;
    for (let batch = 0; batch < 3; batch += 1) after = (await heard(shared, after)).end!;
    const asked = questions();
    expect((await heard(shared, BEGINNING)).subjects).toBe('a b c');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('says for a while that there is nothing without asking again, until something is known to be published', async () => {
    const shared = reader();
    expect(await shared.hasMore(BEGINNING)).toBe(false);
    await say('a');
    expect(await shared.hasMore(BEGINNING)).toBe(false);
    shared.renew();
    expect(await shared.hasMore(BEGINNING)).toBe(true);
  });

  it('asks again when that while is over', async () => {
    const shared = reader();
    expect(await shared.hasMore(BEGINNING)).toBe(false);
    await say('a');
    now = 10;
    expect(await shared.hasMore(BEGINNING)).toBe(true);
  });

  it('shares no answer that failed', async () => {
    await say('a');
    const shared = reader();
    questions().mockImplementationOnce(() => {
      throw new Error('No connection');
    });
    await expect(shared.read(BEGINNING)).rejects.toThrow('No connection');
    expect((await heard(shared, BEGINNING)).subjects).toBe('a');
  });

  it('gives followers that go on at their own pace every event once and in order', async () => {
    const subjects = Array.from({ length: 40 }, (_, index) => `s${index}`);
    for (let start = 0; start < subjects.length; start += 4) await say(...subjects.slice(start, start + 4));
    const shared = reader();
    const follow = async (pauseMillis: number): Promise<string[]> => {
      const got: string[] = [];
      let after: Position = BEGINNING;
      while (got.length < subjects.length) {
        const { events } = await shared.read(after);
        got.push(...events.map(({ subject }) => subject));
        after = events.at(-1)?.position ?? after;
        await new Promise((resolve) => setTimeout(resolve, pauseMillis));
      }
      return got;
    };
    for (const got of await Promise.all([follow(0), follow(1), follow(3)])) expect(got).toEqual(subjects);
  });
});
