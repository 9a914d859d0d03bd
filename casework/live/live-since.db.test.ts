import { sourceReached } from '../../contracts/events/source-reached';
import { toDay } from '../../domain/calendar/day';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import type { Scope } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { noteLiveSince } from './live-since';

const officer: Scope = { subject: 'olu', role: 'officer', streams: ['schools'], command: 'record' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([schools]);
});
afterAll(() => database.stop());

const note = (day: string) =>
  inTransaction(database.of('schools'), officer, (transaction) =>
    noteLiveSince(transaction, { schema: 'schools', day: toDay(day) }),
  );

interface Told {
  readonly version: string;
  readonly payload: { readonly source: string; readonly from: string; readonly to: string | null };
}
const told = () =>
  inTransaction(database.owner, { subject: 'x', role: 'courier' }, (transaction) =>
    transaction.query<Told>(
      `select version::text, payload from schools.outbox where kind = 'source-reached' order by xid, id`,
    ),
  );

describe('since when complaints are worked on here', () => {
  it('is told with the first live day, and not again with those after it', async () => {
    await note('2026-11-10');
    await note('2026-11-10');
    await note('2026-11-30');
    const [first, ...more] = await told();
    expect(first?.payload).toMatchObject({ source: 'schools-casework', from: '2026-11-10', to: null });
    expect(more).toEqual([]);
  });

  it('is told anew where an earlier day turns up, with a version that counts', async () => {
    await note('2026-11-09');
    expect((await told()).map(({ version, payload }) => [version, payload.from])).toEqual([
      ['1', '2026-11-10'],
      ['2', '2026-11-09'],
    ]);
  });

  it('is what the stream may publish of itself, and nobody else of it', async () => {
    for (const { payload } of await told()) {
      expect(sourceReached.isPublishedBy('schools', payload)).toBe(true);
      expect(sourceReached.isPublishedBy('adults', payload)).toBe(false);
    }
  });

  it('is noted once where two begin at the same time', async () => {
    await Promise.all([note('2026-11-01'), note('2026-11-01'), note('2026-11-01')]);
    expect((await told()).filter(({ payload }) => payload.from === '2026-11-01')).toHaveLength(1);
  });
});
