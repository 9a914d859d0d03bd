import { fixedClock } from '../../../platform/config/clock';
import { migrate } from '../../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { readRows } from '../testing';
import { ReplaceFaults1735689600390 } from './1735689600390-replace-faults';

const FAULTS = `insert into intake.fault (run_id, place, owner, line, code, action, state) values
  (1, 1, 'corporate', 2, 'HELD', 'Noted.', 'open'), (1, 2, 'corporate', 3, 'REPLACED', 'Noted.', 'open'),
  (1, 3, 'corporate', 3, 'CONFLICTING_COPY', 'Noted.', 'open'), (1, 4, 'corporate', 4, 'QUARANTINED', 'Noted.', 'open'),
  (1, 5, 'corporate', 5, 'LEFT_OUT', 'Noted.', 'mapped'), (2, 1, 'corporate', 9, 'LEFT_OUT', 'Noted.', 'open')`;

const WITH_ROWS = [
  `insert into intake.import_run (id, source, file, state, started_at, read, loaded, updated, copies, left_out, quarantined, vanished)
   select n, 'crm', n || '.csv', 'loaded', now(), 0, 0, 0, 0, 0, 0, 0 from generate_series(1, 2) as n`,
  `insert into intake.held_row (source, identity, content_hash, run_id, line, raw) values
     ('crm', 'one', 'a', 1, 2, '{}'), ('crm', 'two', 'b', 2, 3, '{}')`,
  `insert into intake.replaced_row (run_id, source, identity, content_hash, held_run_id, line, raw)
   values (2, 'crm', 'two', 'a', 1, 3, '{}')`,
  `insert into intake.quarantined_row
     (source, content_hash, occurrence, id, first_line, line, raw, reasons, first_run_id, last_run_id)
   values ('crm', 'q', 1, 'q', 4, 4, '{}', '[]', 1, 1)`,
  FAULTS,
];

describe('faults that were listed before it was noted what became of their rows', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    const migrations = subgraph.migrations.filter((each) => each !== ReplaceFaults1735689600390);
    database = await testDatabase([{ ...subgraph, tables: [], migrations }]);
    for (const statement of WITH_ROWS) await readRows(database.of('intake'), statement);
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [subgraph], clock: fixedClock('2022-01-31') });
  });
  afterAll(() => database.stop());

  it('are closed where their rows were replaced, and no others are', async () => {
    const states =
      'select run_id, code, state, replaced_by_run_id as by from intake.fault order by run_id, place';
    expect(await readRows(database.of('intake'), states)).toEqual([
      { run_id: 1, code: 'HELD', state: 'open', by: null },
      { run_id: 1, code: 'REPLACED', state: 'replaced', by: 2 },
      { run_id: 1, code: 'CONFLICTING_COPY', state: 'open', by: null },
      { run_id: 1, code: 'QUARANTINED', state: 'open', by: null },
      { run_id: 1, code: 'LEFT_OUT', state: 'replaced', by: 2 },
      { run_id: 2, code: 'LEFT_OUT', state: 'open', by: null },
    ]);
  });

  it('are guarded from the owner as before', async () => {
    expect(await database.owner.query('select * from intake.fault')).toEqual([]);
  });
});
