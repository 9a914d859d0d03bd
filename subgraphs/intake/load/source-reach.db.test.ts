import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { asImport, loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { undoRun } from './remove-run';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const load = (source: string, rows: Parameters<typeof loadRows>[1]['rows']) =>
  loadRows(database.of('intake'), { source, rows });

/** What was published of a source, in order. */
const published = async (source: string) => {
  const courier = { subject: 'courier', role: 'courier' };
  const rows = await inTransaction(database.of('outbox_reader'), courier, ({ query }) =>
    query<{ payload: object; version: string }>(
      `select payload, version from intake.outbox where kind = 'source-reached' and subject = $1 order by version`,
      [source],
    ),
  );
  return rows.map(({ payload, version }) => ({ ...payload, version: Number(version) }));
};

async function undoNewest(source: string): Promise<void> {
  const intake = database.of('intake');
  const [run] = await readRows<{ id: number }>(
    intake,
    "select max(id) as id from intake.import_run where source = $1 and state = 'loaded'",
    [source],
  );
  await readRows(intake, "update intake.import_run set state = 'undoing' where id = $1", [run?.id]);
  const request = { source, runId: run?.id ?? 0, by: 'ada', at: new Date('2022-02-01T09:00:00Z') };
  await asImport(intake, (transaction) => undoRun(transaction, { ...request, amendmentId: 1 }));
}

describe('how far a source reaches', () => {
  it('is published with each load and each undoing, from all that is in effect', async () => {
    await load('system', [takenRow({ identity: 'a', days: ['2020-05-01', '2021-03-31'] })]);
    await load('system', [takenRow({ identity: 'b', keeper: 'schools', days: ['2021-06-30'] })]);
    await undoNewest('system');
    await undoNewest('system');
    expect(await published('system')).toMatchObject([
      { version: 1, keepers: ['corporate'], from: '2020-05-01', to: '2021-03-31' },
      { version: 2, keepers: ['corporate', 'schools'], from: '2020-05-01', to: '2021-06-30' },
      { version: 3, keepers: ['corporate'], from: '2020-05-01', to: '2021-03-31' },
      { version: 4, keepers: [], from: null, to: null, loadedAt: null },
    ]);
  });

  it('is nothing where no row counts', async () => {
    await load('empty', [quarantinedRow({})]);
    expect(await published('empty')).toMatchObject([{ keepers: [], from: null, to: null, loadedAt: null }]);
  });

  it('says when the newest file was loaded', async () => {
    await load('dated', [takenRow({ days: ['2020-05-01'] })]);
    const [reach] = await published('dated');
    expect(reach).toMatchObject({ loadedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
  });
});
