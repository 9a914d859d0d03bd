import { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { fixedClock } from '../../platform/config/clock';
import { connect } from '../../platform/postgres/connect';
import { migrate } from '../../platform/postgres/migrate';
import { type TestDatabase, testDatabase, testServerUrl } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { subgraph as telephony } from '../../subgraphs/telephony/subgraph';
import { describeDatabase } from '../architecture/describe-database';

/** What the version before had: intake with its calls, and no part for telephone calls. */
const BEFORE = [{ ...intake, tables: [] }];
const NOW = [intake, telephony];
const clock = fixedClock('2022-01-31');
const IMPORT = { role: 'import' };
const ROWS = 3;

const FILL = [
  `insert into intake.call
   select 'stockport', n::text, date '2021-04-01' + n, null, 'Complaints', 'MAIN', true, n, 300
   from generate_series(1, ${ROWS}) n`,
  `insert into intake.call_people
   select 'stockport', n::text, '01614960171', 'R Platt', '{corporate}' from generate_series(1, ${ROWS}) n`,
];

const start = (database: TestDatabase) => migrate({ ownerUrl: database.ownerUrl, subgraphs: NOW, clock });

const rowsOf = (dataSource: DataSource, table: string) =>
  withSettings(dataSource, IMPORT, (runner) =>
    runner.query(`select to_jsonb(held) - 'changed_at' as held from ${table} held order by call_id`),
  );

/** What the database says of one schema's tables, and of who may do what with them. */
async function described(database: TestDatabase, schema: string): Promise<string[]> {
  const url = new URL(testServerUrl());
  url.pathname = new URL(database.ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await describeDatabase(client)).filter((line) => line.includes(` ${schema}.`));
  } finally {
    await client.end();
  }
}

const tablesOfCalls = (lines: readonly string[]) =>
  lines.filter((line) => / (intake|telephony)\.call(_people|_figures)?\b/.test(line));

describe('telephone calls of a database that the version before made', () => {
  let database: TestDatabase;
  /** As telephony's own login, which the start made. */
  let opened: DataSource;
  let before: { calls: unknown[]; people: unknown[]; described: string[] };

  beforeAll(async () => {
    database = await testDatabase(BEFORE);
    await inTransaction(database.of('intake'), { subject: 'import', ...IMPORT }, async ({ query }) => {
      for (const statement of FILL) await query(statement);
    });
    before = {
      calls: await rowsOf(database.of('intake'), 'intake.call'),
      people: await rowsOf(database.of('intake'), 'intake.call_people'),
      described: tablesOfCalls(await described(database, 'intake')),
    };
    const logins = await start(database);
    opened = await connect({ url: logins.urlOf('telephony'), subgraph: telephony, poolSize: 1 });
  });
  afterAll(async () => {
    await opened.destroy();
    await database.stop();
  });

  const held = async () => ({
    calls: await rowsOf(opened, 'telephony.call'),
    people: await rowsOf(opened, 'telephony.call_people'),
  });

  it('come over to telephony, every row as it was', async () => {
    expect(before.calls).toHaveLength(ROWS);
    const { calls, people } = await held();
    expect(calls).toEqual(before.calls);
    expect(people).toEqual(before.people);
  });

  it('are in tables like those of a database that never had them in intake, and no longer in intake', async () => {
    const fresh = await testDatabase([telephony]);
    expect(await described(database, 'telephony')).toEqual(await described(fresh, 'telephony'));
    await fresh.stop();
    expect(tablesOfCalls(await described(database, 'intake'))).toEqual([]);
  });

  it("are closed to intake's login", async () => {
    await expect(rowsOf(database.of('intake'), 'telephony.call')).rejects.toThrow('permission denied');
  });

  it('stay as they are at the next start', async () => {
    const first = { rows: await held(), described: await described(database, 'telephony') };
    await start(database);
    expect({ rows: await held(), described: await described(database, 'telephony') }).toEqual(first);
  });

  it('go back to intake when the migration is undone, and come over again', async () => {
    const first = await held();
    const runner = database.owner.createQueryRunner();
    await undo(runner);
    await runner.query('delete from telephony.migration');
    await runner.release();
    expect(await rowsOf(database.of('intake'), 'intake.call')).toEqual(before.calls);
    expect(tablesOfCalls(await described(database, 'intake'))).toEqual(before.described);
    await start(database);
    expect(await held()).toEqual(first);
  });
});

/** As if none of the part's migrations had run. That what people did is kept cannot be undone: those tables are dropped. */
async function undo(runner: QueryRunner): Promise<void> {
  const kept = telephony.migrations.filter(({ name }) => name.startsWith('DealWithCalls'));
  expect(kept).toHaveLength(1);
  await runner.query(
    'drop table telephony.call_complaint, telephony.call_outcome, telephony.audit_entry, telephony.audit_seal cascade',
  );
  for (const Migration of [...telephony.migrations].reverse())
    if (!kept.includes(Migration)) await new Migration().down(runner);
}

describe('a first start', () => {
  it('leaves no table of calls in intake', async () => {
    const database = await testDatabase(NOW);
    expect(tablesOfCalls(await described(database, 'intake'))).toEqual([]);
    expect(tablesOfCalls(await described(database, 'telephony'))).not.toEqual([]);
    await database.stop();
  });
});

describe("telephony's tables without intake beside them", () => {
  it('are made empty, and go when the migration is undone', async () => {
    const database = await testDatabase([telephony]);
    const runner = database.owner.createQueryRunner();
    await undo(runner);
    await runner.release();
    expect(tablesOfCalls(await described(database, 'telephony'))).toEqual([]);
    await database.stop();
  });
});
