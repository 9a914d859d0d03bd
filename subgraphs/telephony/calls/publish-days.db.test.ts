import { type CallsCounted, callsCounted } from '../../../contracts/events/calls-counted';
import { systemClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { aCall, keep, remove } from '../testing';
import { callDayCheck } from './check-days';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([subgraph]);
});
afterEach(() => database.stop());

interface Published {
  readonly subject: string;
  readonly version: number;
  readonly payload: CallsCounted;
}

/** What was published since so many events: each day with its version and its calls by group. */
async function published(since = 0) {
  const events = await inTransaction(
    database.of('outbox_reader'),
    { subject: 'courier', role: 'courier' },
    ({ query }) =>
      query<Published>(
        `select subject, version::int, payload from telephony.outbox where kind = $1 order by xid, id`,
        [callsCounted.kind],
      ),
  );
  return events.slice(since).map(({ subject, version, payload }) => {
    const { authority, day, groups } = callsCounted.parse(payload);
    expect(subject).toBe(`${authority}/${day}`);
    return [day, version, Object.fromEntries(groups.map(({ group, calls }) => [group ?? 'none', calls]))];
  });
}

const check = () =>
  inTransaction(database.of('telephony'), { subject: 'projection', role: 'projection' }, (transaction) =>
    callDayCheck.run(transaction, systemClock),
  );

describe('how many calls a day had', () => {
  const calls = [
    aCall({ callId: '1' }),
    aCall({ callId: '2', group: null }),
    aCall({ callId: '3', group: 'Adults' }),
    aCall({ callId: '4', offeredOn: '2021-03-31' }),
  ];

  it('is published by group when calls are kept, and not again while nothing changes', async () => {
    await keep(database.of('telephony'), calls);
    const first = [
      ['2021-03-31', 1, { Complaints: 1 }],
      ['2021-04-01', 1, { Adults: 1, Complaints: 1, none: 1 }],
    ];
    expect(await published()).toEqual(first);
    await keep(database.of('telephony'), calls);
    await keep(database.of('telephony'), [aCall({ callId: '1', answered: false, waitSeconds: 7 })]);
    expect(await published()).toEqual(first);
  });

  it('is published of both days of a call that a later export says was on another', async () => {
    await keep(database.of('telephony'), calls);
    await keep(database.of('telephony'), [aCall({ callId: '1', offeredOn: '2021-04-02' })]);
    expect(await published(2)).toEqual([
      ['2021-04-01', 2, { Adults: 1, none: 1 }],
      ['2021-04-02', 1, { Complaints: 1 }],
    ]);
  });

  it('is withdrawn with the calls, and has the next version when they come again', async () => {
    await keep(database.of('telephony'), calls);
    await remove(database.of('telephony'), calls, 'another-council');
    expect(await published(2)).toEqual([]);
    await remove(database.of('telephony'), calls);
    await remove(database.of('telephony'), calls);
    expect(await published(2)).toEqual([
      ['2021-03-31', 2, {}],
      ['2021-04-01', 2, {}],
    ]);
    await keep(database.of('telephony'), calls.slice(3));
    expect(await published(4)).toEqual([['2021-03-31', 3, { Complaints: 1 }]]);
  });

  it('is what two imports at once come to', async () => {
    const telephony = database.of('telephony');
    const more = Array.from({ length: 40 }, (_, place) =>
      aCall({ callId: `more ${place}`, offeredOn: `2021-04-0${(place % 9) + 1}` }),
    );
    const parts = [0, 1, 2, 3].map((part) => more.filter((_, place) => place % 4 === part));
    await Promise.all(parts.map((part, place) => keep(telephony, place % 2 ? [...part].reverse() : part)));
    // The newest version counts: of two transactions at once the one that began first may publish last.
    const byVersion = (await published()).toSorted(([, one], [, other]) => Number(one) - Number(other));
    const last = new Map(byVersion.map(([day, , groups]) => [day, groups]));
    expect([...last].sort()).toEqual(
      Array.from({ length: 9 }, (_, place) => [`2021-04-0${place + 1}`, { Complaints: place < 4 ? 5 : 4 }]),
    );
    expect(await check()).toEqual([]);
  });

  it('is compared with the calls that are held', async () => {
    await keep(database.of('telephony'), calls);
    expect(await check()).toEqual([]);
    const asImport = (sql: string) =>
      inTransaction(database.of('telephony'), { subject: 'import', role: 'import' }, ({ query }) =>
        query(sql),
      );
    await asImport(`delete from telephony.call where call_id = '4'`);
    expect(await check()).toEqual([expect.stringContaining('The telephone calls of 1 days are not as many')]);
    await asImport(
      `insert into telephony.call (authority, call_id, offered_on) values ('stockport', '9', '2022-01-01')`,
    );
    expect(await check()).toEqual([expect.stringContaining('of 2 days')]);
    await keep(database.of('telephony'), [calls[3]!, aCall({ callId: '9', offeredOn: '2022-01-01' })]);
    expect(await check()).toEqual([]);
  });
});
