import { inTransaction } from '../../../../platform/transaction/transaction';
import { freezeOne, ID, type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await freezeOne(reports);
});
afterAll(() => reports.stop());

describe('what was frozen or said, past the product', () => {
  it('is kept with the state of the records that it was counted from', async () => {
    const [row] = await asOfficer<{ snapshot: string }>(
      `select snapshot from insight.report_version where report_id = '${ID}'`,
    );
    expect(row?.snapshot).toMatch(/^\d+:\d+:/);
  });

  it.each([
    `update insight.report_version set content = '{}' where frozen_at is not null`,
    'update insight.report_version set frozen_despite = null where frozen_at is not null',
    'delete from insight.report_version',
    'truncate insight.report_version',
    `update insight.report_commentary set text = 'Other'`,
    'delete from insight.report_commentary',
    'truncate insight.report_commentary',
  ])('is changed by nobody, the owner included: %s', async (statement) => {
    // Row security hides the rows from the owner too, unless they take it away.
    const past = reports.database.owner.transaction(async (manager) => {
      for (const table of ['report_version', 'report_commentary'])
        await manager.query(`alter table insight.${table} no force row level security`);
      await manager.query(statement);
    });
    await expect(past).rejects.toThrow('What was frozen or said in a report never changes');
  });

  it.each([
    [
      'a version in the name of somebody else',
      `insert into insight.report_version (report_id, version, definition_version, sections, opened_by, opened_at, changes,
         looked_by, looked_at, looked_cells) values ('${ID}', 2, 1, '[]', 'ada', now(), 0, 'ada', now(), '{}')`,
    ],
    [
      'words in the name of somebody else',
      `insert into insight.report_commentary values ('${ID}', 'demand', 2, 1, 'Demand', 'x', 'ada', now())`,
    ],
    [
      'words in a version that is frozen',
      `insert into insight.report_commentary values ('${ID}', 'demand', 2, 1, 'Demand', 'x', 'olu', now())`,
    ],
  ])('is joined by no %s', async (_, statement) => {
    await expect(asOfficer(statement)).rejects.toThrow('row-level security');
  });
});

const asOfficer = <Row>(sql: string) =>
  inTransaction(reports.database.of('insight'), { subject: 'olu', role: 'officer' }, ({ query }) =>
    query<Row>(sql),
  );
