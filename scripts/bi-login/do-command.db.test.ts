import { Client } from 'pg';
import { fixedClock } from '../../platform/config/clock';
import { migrate } from '../../platform/postgres/migrate';
import { asOwner } from '../../platform/postgres/migration/owner';
import { biLogins } from '../../platform/records/bi-logins';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { loadSubgraphs } from '../../subgraphs/registry';
import type { BiLoginCommand } from './arguments';
import { doBiLoginCommand } from './do-command';

let database: TestDatabase;
let address: string;
let login: string;
beforeAll(async () => {
  database = await testDatabase(loadSubgraphs());
  await inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, ({ query }) =>
    query(`insert into insight.complaint_fact (complaint_id, authority, stream, status, received_on, version, stage_ids, stage,
        reference, changed_at, partner)
      select 'corporate-' || n, 'stockport', 'CORPORATE', 'OPEN', '2021-05-04', 1, '{}', 1, n::text, now(), null
      from generate_series(1, 7) n`),
  );
  const { lines } = await run({ name: 'create', audience: 'analyst', asJson: true });
  ({ address, login } = JSON.parse(lines[0] ?? ''));
});
afterAll(async () => {
  await run({ name: 'revoke', login });
  await database.stop();
});

const run = (command: BiLoginCommand, smallNumbers = new Map<string, number>()) =>
  doBiLoginCommand(command, { ownerUrl: database.ownerUrl, smallNumbers });

/** Sends statements as the login, one after another; gives the rows of the last, or what the database says. */
async function as(...statements: string[]): Promise<unknown> {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: unknown;
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  } finally {
    await client.end();
  }
}

const VIEWS = ['stages', 'complaints', 'ombudsman_cases', 'calls'];

describe('where no product has run', () => {
  it.each<BiLoginCommand>([{ name: 'create', audience: 'analyst', asJson: false }, { name: 'list' }])(
    'there is nothing to read: %j',
    async (command) => {
      const empty = await testDatabase([]);
      const { isDone, lines } = await doBiLoginCommand(command, {
        ...{ ownerUrl: empty.ownerUrl, smallNumbers: new Map() },
      }).finally(() => empty.stop());
      expect(isDone).toBe(false);
      expect(lines).toEqual([
        expect.stringMatching(/^There is no product’s database in the database \S+\. Start/),
      ]);
    },
  );
});

describe('a login of a tool that speaks SQL', () => {
  it.each(VIEWS)('reads bi.%s, with the words of its columns', async (view) => {
    expect(await as(`select * from bi.${view} limit 0`)).toEqual([]);
    const [row] = (await as(
      `select count(*)::int as columns, count(col_description(attrelid, attnum))::int as described from pg_attribute
       where attrelid = 'bi.${view}'::regclass and attnum > 0`,
    )) as { columns: number; described: number }[];
    expect(row?.described).toBe(row?.columns);
  });

  it('sees the rows that the role sees, without naming the schema', async () => {
    expect(await as('select count(*)::int as count from complaints')).toEqual([{ count: 7 }]);
    expect(await as('select distinct overdue from complaints')).toEqual([{ overdue: null }]);
  });

  const ROLES = [
    'admin',
    'officer',
    'manager',
    'import',
    'projection',
    'seed',
    'courier',
    'partner',
    'auditor',
    '',
  ];
  it.each(ROLES)('sees no more however it calls itself: %j', async (role) => {
    const said = await as(
      `set scope.role = '${role}'`,
      `set scope.streams = 'corporate,adults,childrens,schools'`,
      `set scope.partner = 'stockport-homes'`,
      'select count(*)::int as count from bi.complaints',
    );
    expect([[{ count: 7 }], [{ count: 0 }]]).toContainEqual(said);
  });

  it.each([
    'corporate.account',
    'corporate.stage',
    'telephony.call_people',
    'telephony.call',
    'insight.stage_fact',
    'insight.complaint_gone',
    'ombudsman.ombudsman_case',
    'intake.quarantined_row',
    'access.key',
    'keyring.login_password',
    'corporate.outbox',
  ])('cannot read %s, whatever it calls itself', async (table) => {
    expect(await as("set scope.role = 'admin'", `select * from ${table}`)).toMatch(
      /permission denied for schema|does not exist/,
    );
    expect(
      await as("set scope.role = 'admin'", `select query_to_xml('select * from ${table}', true, true, '')`),
    ).toMatch(/permission denied for schema|does not exist/);
  });

  it.each([
    ['select rolpassword from pg_authid', /permission denied/],
    ['select * from pg_shadow', /permission denied/],
    ["select pg_read_file('/etc/passwd')", /permission denied/],
    ["copy (select 1) to program 'id'", /permission denied|must be/],
    ["copy (select 1) to '/tmp/x'", /permission denied|must be/],
    ['create table bi.mine (one int)', /permission denied|read-only/],
    ['create schema mine', /permission denied|read-only/],
    ['create temporary table mine (one int)', /permission denied|read-only/],
    ['create role mine', /permission denied|read-only/],
    ['alter role current_user superuser', /permission denied|read-only|must be/],
    ["delete from bi.complaints where id = 'corporate-1'", /permission denied|read-only|cannot delete/],
    [
      'select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user',
      /permission denied/,
    ],
  ])('is refused %s, its transaction read-only or not', async (attack, says) => {
    expect(await as(attack)).toMatch(says);
    expect(await as('set default_transaction_read_only = off', attack)).toMatch(says);
  });

  it('can become nobody', async () => {
    const [{ names }] = await database.owner.query(
      `select array_agg(rolname::text) as names from pg_roles where rolname like current_database() || '%' and rolname <> '${login}'`,
    );
    const readers = names.filter((name: string) => name.endsWith('_bi_readers'));
    expect(readers).toHaveLength(1);
    for (const name of names.filter((each: string) => !readers.includes(each)))
      expect(await as(`set role "${name}"`)).toMatch(/permission denied/);
    expect(await as(`set role "${readers[0]}"`, 'select * from insight.stage_fact')).toMatch(
      /permission denied/,
    );
  });

  it('runs nothing of ours that works with the rights of its owner', async () => {
    const rows = await database.owner.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = pronamespace
       where prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and has_function_privilege('${login}', p.oid, 'execute') and has_schema_privilege('${login}', n.oid, 'usage')`,
    );
    expect(rows).toEqual([]);
  });

  it('has a time-out, and no more connections than five', async () => {
    expect(await as('show statement_timeout')).toEqual([{ statement_timeout: '1min' }]);
    const open = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const client = new Client({ connectionString: address });
        await client.connect();
        return client;
      }),
    );
    const sixth = new Client({ connectionString: address });
    await expect(sixth.connect()).rejects.toThrow('too many connections');
    await Promise.all(open.map((client) => client.end()));
  });
});

describe('making and ending logins', () => {
  it('is refused where small numbers are protected', async () => {
    const refused = await run(
      { name: 'create', audience: 'analyst', asJson: false },
      new Map([['analyst', 5]]),
    );
    expect(refused).toEqual({ isDone: false, lines: [expect.stringContaining('SMALL_NUMBERS')] });
  });

  it('is told once, listed, and ended with what it has open', async () => {
    const { lines } = await run({ name: 'create', audience: 'analyst', asJson: false });
    const made = new URL(lines[0] ?? '');
    expect(made.protocol).toBe('postgres:');
    expect((await run({ name: 'list' })).lines).toEqual([login, made.username].sort());
    const own = new Client({ connectionString: made.href });
    await own.connect();
    await own.query('set default_transaction_read_only = off');
    await own.query('select lo_create(0)');
    await own.query('alter default privileges grant select on tables to public');
    await own.end();
    const client = new Client({ connectionString: made.href });
    const ended = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    expect(await run({ name: 'revoke', login: made.username })).toMatchObject({ isDone: true });
    await ended;
    expect(await asOwner({ url: database.ownerUrl, alone: false }, biLogins)).toEqual([login]);
    await expect(new Client({ connectionString: made.href }).connect()).rejects.toThrow();
    expect(await run({ name: 'revoke', login: made.username })).toMatchObject({ isDone: false });
    for (const other of ['postgres', new URL(database.logins.urlOf('insight')).username])
      expect(await run({ name: 'revoke', login: other })).toMatchObject({ isDone: false });
  });
});

describe('a login that was made before views were made anew', () => {
  it('reads them once the newer version has started', async () => {
    const subgraphs = loadSubgraphs();
    const before = subgraphs.map(({ name, tables, migrations }) => ({
      ...{ name, tables },
      migrations: migrations.filter(({ name }) => name !== 'CountPromises1767225601800'),
    }));
    const older = await testDatabase(before);
    try {
      const asked = { ownerUrl: older.ownerUrl, smallNumbers: new Map() };
      const { lines } = await doBiLoginCommand({ name: 'create', audience: 'analyst', asJson: true }, asked);
      const made = JSON.parse(lines[0] ?? '');
      await migrate({ ownerUrl: older.ownerUrl, subgraphs, clock: fixedClock('2022-01-31') });
      const client = new Client({ connectionString: made.address });
      await client.connect();
      const { fields } = await client.query('select * from bi.monthly_figures').finally(() => client.end());
      expect(fields.map(({ name }) => name)).toContain('promises_made');
      await doBiLoginCommand({ name: 'revoke', login: made.login }, asked);
    } finally {
      await older.stop();
    }
  });
});
