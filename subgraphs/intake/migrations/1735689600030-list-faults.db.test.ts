import { createHash } from 'node:crypto';
import { fixedClock } from '../../../platform/config/clock';
import { migrate } from '../../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { CreateIntake1735689600002 } from './1735689600002-create-intake';

describe('rows that were quarantined before lists named them', () => {
  let database: TestDatabase;
  const rows = () =>
    inTransaction(database.of('intake'), { subject: 'ada', role: 'admin' }, (transaction) =>
      transaction.query('select id, owner, first_line from intake.quarantined_row order by occurrence'),
    );

  beforeAll(async () => {
    const before = { name: subgraph.name, tables: [], migrations: [CreateIntake1735689600002] };
    database = await testDatabase([before]);
    await inTransaction(database.of('intake'), { subject: 'import', role: 'import' }, (transaction) =>
      transaction.query(
        `insert into intake.quarantined_row
           (source, content_hash, occurrence, line, raw, reasons, first_run_id, last_run_id)
         select 'corporate-crm', 'hash', n, n + 4, '{}', '[]', 1, 1 from generate_series(1, 2) n`,
      ),
    );
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [subgraph], clock: fixedClock('2022-01-31') });
  });
  afterAll(() => database.stop());

  it('are named as a load would name them, and shown to no officer until it does', async () => {
    const idOf = (occurrence: number) =>
      createHash('md5').update(`corporate-crm/hash/${occurrence}`).digest('hex');
    expect(await rows()).toEqual([
      { id: idOf(1), owner: null, first_line: 5 },
      { id: idOf(2), owner: null, first_line: 6 },
    ]);
  });

  it('are guarded from the owner as before', async () => {
    expect(await database.owner.query('select * from intake.quarantined_row')).toEqual([]);
  });
});
