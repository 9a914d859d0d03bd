import { sourceReached } from '../../../contracts/events/source-reached';
import { followReach } from '../../../counting/source-reach';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { aCall, keep, reached, remove } from '../testing';

const reaches = followReach('telephony', sourceReached);

let database: TestDatabase;
let part: ServedPart;
const CALLS = ['2021-04-01', '2021-06-30', '2021-09-30'].map((offeredOn, place) =>
  aCall({ callId: String(place), offeredOn }),
);

async function begin(): Promise<void> {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('telephony'), today: '2022-01-31' },
    person: { subject: 'ana', role: 'analyst' },
  });
}
async function end(): Promise<void> {
  await part.stop();
  await database.stop();
}

async function ask(where: string, by = '') {
  const { data, errors } = await part.ask(
    `{ calls(by: [${by}], where: { ${where} }) { partial newestCallOn
       sources { source stream from to loadedAt } rows { offered answered answerRate averageWaitSeconds } } }`,
  );
  expect(errors).toBeUndefined();
  const { calls } = data as { calls: { partial: boolean; rows: { offered: number | null }[] } };
  return calls;
}
const offered = async (where: string) => {
  const { rows, partial } = await ask(where);
  return [rows[0]?.offered, partial];
};

describe('figures of calls whose export is known', () => {
  beforeAll(async () => {
    await begin();
    await keep(database.of('telephony'), CALLS);
    await reached(database.of('telephony'), {});
  });
  afterAll(end);

  it('are null where no export speaks of any of the days, and say which it speaks of', async () => {
    const nothing = { offered: null, answered: null, answerRate: null, averageWaitSeconds: null };
    expect(await ask('financialYears: ["2019-20"]')).toEqual({
      ...{ partial: false, newestCallOn: '2021-09-30', rows: [nothing] },
      sources: [
        {
          ...{ source: 'calls', stream: null, from: '2021-04-01', to: '2021-09-30' },
          loadedAt: '2021-10-01T09:00:00.000Z',
        },
      ],
    });
    expect(await ask('financialYears: ["2019-20"]', 'MONTH')).toMatchObject({ rows: [] });
  });

  it.each([
    ['to: "2021-03-31"', null, false],
    ['to: "2021-04-01"', 1, false],
    ['from: "2021-10-01"', null, false],
    ['from: "2021-10-01", to: "2030-03-31"', null, false],
    ['from: "2021-09-30", to: "2021-10-01"', 1, true],
    ['from: "2021-07-01", to: "2021-08-31"', 0, false],
    ['financialYears: ["2021-22"]', 3, true],
    ['financialYears: ["2021-22"], quarters: [Q2]', 1, false],
    ['quarters: [Q3]', null, false],
    ['periods: [LAST_YEAR]', null, false],
    ['periods: [THIS_YEAR]', 3, true],
    ['', 3, false],
  ])('are counted where one does, and say whether it ends before: %s', async (where, count, partial) => {
    expect(await offered(where)).toEqual([count, partial]);
  });
});

describe('figures of calls', () => {
  beforeEach(begin);
  afterEach(end);

  it('of which no export is known are 0 where there are none, as before exports said so', async () => {
    await keep(database.of('telephony'), CALLS);
    expect(await offered('financialYears: ["2019-20"]')).toEqual([0, false]);
    expect(await offered('financialYears: ["2021-22"]')).toEqual([3, false]);
  });

  it('count calls that came before their export was heard of', async () => {
    await reached(database.of('telephony'), { to: '2021-06-30' });
    await keep(database.of('telephony'), CALLS);
    expect(await offered('from: "2021-09-01", to: "2021-09-30"')).toEqual([1, false]);
    expect(await offered('from: "2021-07-01", to: "2021-09-30"')).toEqual([1, false]);
    expect(await offered('from: "2021-06-30", to: "2021-10-31"')).toEqual([2, true]);
  });

  it('are null again once every export was undone', async () => {
    const telephony = database.of('telephony');
    await keep(telephony, CALLS);
    await reached(telephony, {}, { keepers: [], from: null, to: null, loadedAt: null });
    await remove(telephony, CALLS);
    expect(await offered('financialYears: ["2021-22"]')).toEqual([null, false]);
    expect(await ask('')).toMatchObject({ sources: [], newestCallOn: null });
  });

  it('know nothing of sources that hold no calls', async () => {
    await keep(database.of('telephony'), CALLS);
    await reached(database.of('telephony'), {
      ...{ source: 'corporate-crm', keepers: ['corporate'], from: '2015-04-01' },
    });
    expect(await ask('')).toMatchObject({ sources: [] });
    expect(await offered('financialYears: ["2019-20"]')).toEqual([0, false]);
  });
});

describe('what intake publishes', () => {
  beforeAll(begin);
  afterAll(end);

  it('is kept in its newest version, whatever came when, and the same built anew', async () => {
    const telephony = database.of('telephony');
    const versions = [{ to: '2021-06-30' }, { to: '2021-09-30' }];
    const held = () =>
      inTransaction(telephony, { subject: 'ana', role: 'analyst' }, (transaction) =>
        transaction.query('select source, to_day, version::int from telephony.source_reach'),
      );
    await reached(telephony, ...versions);
    await reached(telephony, { to: '2021-01-01' });
    expect(await held()).toEqual([{ source: 'calls', to_day: '2021-09-30', version: 2 }]);
    await inTransaction(telephony, { subject: 'projection', role: 'projection' }, (transaction) =>
      reaches.reset(transaction),
    );
    expect(await held()).toEqual([]);
    await reached(telephony, ...versions);
    expect(await held()).toEqual([{ source: 'calls', to_day: '2021-09-30', version: 2 }]);
  });

  it('is believed of intake alone', () => {
    expect(reaches.follows).toEqual(['intake']);
  });
});
