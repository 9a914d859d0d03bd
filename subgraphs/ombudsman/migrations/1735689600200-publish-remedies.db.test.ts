import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { keep, kept, ombudsmanDatabase } from '../testing';
import { PublishRemedies1735689600200 } from './1735689600200-publish-remedies';

describe('publishing the cases anew that have remedies', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await ombudsmanDatabase();
  });
  afterAll(() => database?.stop());

  const published = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
      query<{ version: number; reference: string; remedies: unknown }>(
        `select version::int, payload ->> 'reference' as reference, payload -> 'remedies' as remedies
         from ombudsman.outbox where kind = 'ombudsman-case-changed' order by xid, id`,
      ),
    );
  const migrate = async () => {
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await new PublishRemedies1735689600200().up(runner);
    const [left] = await runner.query(
      "select nullif(current_setting('scope.role', true), '') as role, count(*)::int as seen from ombudsman.ombudsman_case",
    );
    await runner.commitTransaction();
    await runner.release();
    return left;
  };

  it('says nothing of a new database', async () => {
    await migrate();
    expect(await published()).toEqual([]);
  });

  it('counts a change of each, tells the days and no text, and leaves no scope behind', async () => {
    await keep(
      database,
      kept({ referenceKey: '1' }),
      kept({
        referenceKey: '2',
        remedies: [
          { text: 'Apology', dueOn: '2021-07-01', doneOn: '2021-06-30' },
          { text: '£150', dueOn: null, doneOn: null },
        ],
      }),
    );
    const before = await published();
    expect(await migrate()).toEqual({ role: null, seen: 0 });
    expect((await published()).slice(before.length)).toEqual([
      {
        ...{ version: 2, reference: '2' },
        remedies: [
          { dueOn: '2021-07-01', doneOn: '2021-06-30' },
          { dueOn: null, doneOn: null },
        ],
      },
    ]);
  });
});
