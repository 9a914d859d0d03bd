import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { historicStage } from '../records/testing';
import { publishAnewMigration } from './publish-anew-migration';

describe('publishing every complaint anew', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([corporate]);
  });
  afterAll(() => database?.stop());

  const published = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
      query<{ subject: string; version: number; stage: object }>(
        `select subject, version::int, payload -> 'stages' -> 0 as stage from corporate.outbox
         where kind = 'complaint-changed' order by xid, id`,
      ),
    );
  const migrate = async () => {
    const Migration = publishAnewMigration(corporate.stream);
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await new Migration().up(runner);
    const [left] = await runner.query(
      "select nullif(current_setting('scope.role', true), '') as role, count(*)::int as seen from corporate.stage",
    );
    await runner.commitTransaction();
    await runner.release();
    return left;
  };

  it('says nothing of a new database', async () => {
    await migrate();
    expect(await published()).toEqual([]);
  });

  it('counts a change of each, with what was not said before, and leaves no scope behind', async () => {
    const target = {
      ...{ dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
    };
    const answered = { receivedOn: '2021-08-26', answeredOn: '2021-08-31', ended: true };
    await recordHistory(target, [
      historicStage({ reference: '1', acknowledgedOn: '2021-08-27', ...answered }),
      historicStage({ reference: '2', receivedOn: '2021-08-26' }),
    ]);
    const before = await published();
    expect(await migrate()).toEqual({ role: null, seen: 0 });
    const after = (await published()).slice(before.length);
    expect(after.map(({ subject, version }) => [subject, version])).toEqual(
      before.map(({ subject }) => [subject, 2]).sort(),
    );
    expect(after.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ acknowledgedOn: '2021-08-27', daysToAnswer: 2, ended: true }),
        expect.objectContaining({ acknowledgedOn: null, daysToAnswer: null, ended: false, closedOn: null }),
      ]),
    );
  });
});
