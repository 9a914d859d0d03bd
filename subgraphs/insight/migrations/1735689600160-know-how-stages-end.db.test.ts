import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph as insight } from '../subgraph';
import { complaintChanged, project, stage } from '../testing/fixtures';
import { KnowHowStagesEnd1735689600160 } from './1735689600160-know-how-stages-end';
import { ShowRecords1767225601560 } from './1767225601560-show-records';

describe('facts of before it was kept how stages end', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([insight]);
    const [first, second] = [
      stage({ id: 'corporate-1', receivedOn: '2021-04-01' }),
      stage({ id: 'corporate-2', receivedOn: '2021-06-01', number: 2 }),
    ];
    await project(database, [
      complaintChanged({ id: 'corporate-1', stages: [first, second], closedOn: '2021-07-01' }),
      complaintChanged({
        ...{ id: 'corporate-3', status: 'CLOSED' },
        stages: [stage({ id: 'corporate-3', receivedOn: '2021-04-01' })],
      }),
    ]);
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    const migration = new KnowHowStagesEnd1735689600160();
    await new ShowRecords1767225601560().down(runner);
    await migration.down(runner);
    await migration.up(runner);
    await new ShowRecords1767225601560().up(runner);
    await runner.commitTransaction();
    await runner.release();
  });
  afterAll(() => database?.stop());

  it('know it at once as far as complaints tell: figures of what was closed stay', async () => {
    const rows = await inTransaction(
      database.of('insight'),
      { subject: 'projection', role: 'projection' },
      ({ query }) =>
        query(
          'select stage_id, closed_on, followed_on, ended_without_day from insight.stage_fact order by 1',
        ),
    );
    expect(rows).toEqual([
      { stage_id: 'corporate-1', closed_on: null, followed_on: '2021-06-01', ended_without_day: false },
      { stage_id: 'corporate-2', closed_on: '2021-07-01', followed_on: null, ended_without_day: false },
      { stage_id: 'corporate-3', closed_on: null, followed_on: null, ended_without_day: true },
    ]);
  });
});
