import { fixedClock } from '../../../platform/config/clock';
import { migrate } from '../../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { OrderComplaints1735689600170 } from './1735689600170-order-complaints';
import { ShowRecords1767225601560 } from './1767225601560-show-records';
import { FindLatestStages1767225601603 } from './1767225601603-find-latest-stages';
import { KnowLiveWork1767225601770 } from './1767225601770-know-live-work';

/** What asks when something changed comes after it. */
const LATER: readonly unknown[] = [
  OrderComplaints1735689600170,
  ShowRecords1767225601560,
  FindLatestStages1767225601603,
  KnowLiveWork1767225601770,
];

describe('complaints that were held before it was noted when they changed', () => {
  let database: TestDatabase;
  let begunAt: number;
  const project = <Row>(sql: string) =>
    inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, (transaction) =>
      transaction.query<Row & object>(sql),
    );

  beforeAll(async () => {
    const migrations = subgraph.migrations.filter((one) => !LATER.includes(one));
    database = await testDatabase([{ name: subgraph.name, tables: [], migrations }]);
    await project(
      `insert into insight.complaint_fact
         (complaint_id, authority, stream, status, received_on, version, stage_ids, stage, reference)
       select 'corporate-' || n, 'stockport', 'CORPORATE', 'OPEN', '2021-05-04', 1, '{}', 1, n::text
       from generate_series(1, 500) n`,
    );
    begunAt = Date.now();
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [subgraph], clock: fixedClock('2022-01-31') });
  });
  afterAll(() => database.stop());

  it('count as changed at the upgrade, all of them, to the millisecond', async () => {
    const rows = await project<{ at: Date; exact: boolean; count: number }>(
      `select changed_at as at, changed_at = date_trunc('milliseconds', changed_at) as exact, count(*)::int as count
       from insight.complaint_fact group by changed_at`,
    );
    expect(rows).toMatchObject([{ exact: true, count: 500 }]);
    expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(begunAt - 1_000);
  });

  it('and get no moment of their own making from then on', async () => {
    const added = project(
      `insert into insight.complaint_fact
         (complaint_id, authority, stream, status, received_on, version, stage_ids, stage, reference)
       values ('corporate-new', 'stockport', 'CORPORATE', 'OPEN', '2021-05-04', 1, '{}', 1, 'new')`,
    );
    await expect(added).rejects.toThrow('null value in column "changed_at"');
  });
});
