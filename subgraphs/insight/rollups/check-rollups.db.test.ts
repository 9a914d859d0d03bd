import { systemClock } from '../../../platform/config/clock';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { rollupCheck } from './check-rollups';
import { emptyUntilMadeAnew, makeAnew } from './make-anew';

const firstOf = () => 0;
const lastOf = () => 0.999;

describe('the check of rollups', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
  });
  afterAll(() => database?.stop());

  const projecting = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, work);
  const check = (random: () => number) =>
    projecting((transaction) => rollupCheck(random).run(transaction, systemClock));

  it('finds nothing while there are no facts', async () => {
    expect(await check(firstOf)).toEqual([]);
  });

  it('finds what differs in the months that it looks at, and says so until it is made anew', async () => {
    const received = ['2021-01-05', '2021-02-05', '2021-03-05', '2021-12-05'];
    const stages = received.map((receivedOn, place) => stage({ id: `s${place}`, receivedOn }));
    await project(
      database,
      stages.map((one) => complaintChanged({ id: `corporate-${one.id}`, stages: [one] })),
    );
    expect(await check(firstOf)).toEqual([]);

    await projecting(({ query }) =>
      query(`update insight.flow_by_theme set received = received + 1 where month = '2021-12-01'`),
    );
    const found = [
      expect.stringContaining('The rollup flow_by_theme differs from the facts (cells of one month: 1)'),
    ];
    expect(await check(firstOf)).toEqual([]);
    expect(await check(lastOf)).toEqual(found);
    // What was found once is not forgotten because the next sample is of other months.
    expect(await check(firstOf)).toEqual(found);

    await projecting(async (transaction) => {
      await emptyUntilMadeAnew(transaction);
      await makeAnew(transaction);
    });
    expect(await check(lastOf)).toEqual([]);
  });

  it('finds cells of a month of which there are no facts', async () => {
    await projecting(({ query }) =>
      query(
        `insert into insight.open_by_day (day, stream, stage, open, overdue) values ('2030-01-01', 'SCHOOLS', 1, 1, 0)`,
      ),
    );
    expect(await check(lastOf)).toEqual([expect.stringContaining('open_by_day')]);
  });
});
