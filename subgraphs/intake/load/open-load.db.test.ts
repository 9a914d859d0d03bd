import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { withSettings } from '../testing';
import { openLoad } from './open-load';

const clock = fixedClock('2022-01-31');

describe('a load', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const read = <Row>(sql: string): Promise<Row[]> =>
    withSettings(database.of('intake'), { role: 'import' }, (runner) => runner.query(sql));
  const open = (source: string) =>
    openLoad(database.of('intake'), {
      ...{ source, file: 'rows.csv', clock },
      ...{ dryRun: false, amendmentId: null },
    });

  it('leaves no table, no lock and no setting on the connection that it gives back', async () => {
    const load = await open('tidy');
    await load.end();
    const left = await read(
      `select (select count(*)::int from pg_class where relname in ('staged', 'winner') and pg_table_is_visible(oid)) as tables,
         (select count(*)::int from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())) as locks`,
    );
    expect(left).toEqual([{ tables: 0, locks: 0 }]);
  });
});
