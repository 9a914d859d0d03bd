import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fixedClock } from '../config/clock';
import { dropTestDatabase, emptyTestDatabase, testServerUrl } from '../testing/database';
import type { Transaction } from '../transaction/transaction';
import { loadLogins } from './logins';
import { type Migrated, migrate } from './migrate';
import { quotedLogin } from './names';

const clock = fixedClock('2022-01-31');

/** A subgraph with one table, whose login may read and add to it. */
function subgraph(name: string, more: readonly Migrated['migrations'][number][] = []): Migrated {
  class Create1700000000000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`create table ${name}.thing (id int primary key)`);
      await runner.query(`grant select, insert on ${name}.thing to ${await quotedLogin(runner, name)}`);
    }
    async down(): Promise<void> {
      throw new Error('Not in these tests');
    }
  }
  const seed = (transaction: Transaction): Promise<void> =>
    transaction.query(`insert into ${name}.thing values (1) on conflict do nothing`).then(() => undefined);
  return { name, tables: [], migrations: [Create1700000000000, ...more], seed };
}

function migration(name: string, ...statements: readonly string[]): Migrated['migrations'][number] {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }
    async down(): Promise<void> {
      throw new Error('Not in these tests');
    }
  };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrating', () => {
  let ownerUrl: string;

  beforeEach(async () => {
    ownerUrl = await emptyTestDatabase();
  });
  afterEach(() => dropTestDatabase(ownerUrl));

  it('gives each subgraph a schema of the owner’s and a login that is not the owner', async () => {
    const logins = await migrate({ ownerUrl, subgraphs: [subgraph('corporate')], clock });
    const owner = new URL(ownerUrl).username;
    expect(
      await query(
        ownerUrl,
        `select nspowner::regrole::text as owner from pg_namespace where nspname = 'corporate'`,
      ),
    ).toEqual([{ owner }]);
    const url = logins.urlOf('corporate');
    expect(await query(url, 'select current_user::text as login')).toEqual([
      { login: `${new URL(ownerUrl).pathname.slice(1)}_corporate` },
    ]);
    expect(await query(url, 'select id from corporate.thing')).toEqual([{ id: 1 }]);
    await expect(query(url, 'create table corporate.more (id int)')).rejects.toThrow('permission denied');
    await expect(query(url, 'create table public.more (id int)')).rejects.toThrow('permission denied');
  });

  it('gives a login no right beyond its own schema', async () => {
    const logins = await migrate({
      ownerUrl,
      subgraphs: [subgraph('corporate'), subgraph('schools')],
      clock,
    });
    await expect(query(logins.urlOf('schools'), 'select * from corporate.thing')).rejects.toThrow(
      'permission denied for schema corporate',
    );
    await expect(query(logins.urlOf('outbox_reader'), 'select * from corporate.thing')).rejects.toThrow(
      'permission denied',
    );
    await expect(query(logins.urlOf('schools'), 'select * from keyring.login_password')).rejects.toThrow(
      'permission denied for schema keyring',
    );
    const attributes = await query(
      ownerUrl,
      `select distinct rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication from pg_roles
       where rolname like current_database() || '\\_%' and rolname <> current_user`,
    );
    expect(attributes).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
      },
    ]);
  });

  it('closes the database to other logins, and temporary tables to all but intake', async () => {
    const stranger = `${new URL(ownerUrl).pathname.slice(1)}_stranger`;
    await query(testServerUrl(), `create role ${stranger} login password 'test'`);
    const strangerUrl = new URL(ownerUrl);
    strangerUrl.username = stranger;
    expect(await query(strangerUrl.href, 'select 1 as one')).toEqual([{ one: 1 }]);
    const logins = await migrate({ ownerUrl, subgraphs: [subgraph('intake'), subgraph('corporate')], clock });
    await expect(query(strangerUrl.href, 'select 1')).rejects.toThrow('permission denied for database');
    await query(logins.urlOf('intake'), 'create temporary table staged (id int)');
    await expect(query(logins.urlOf('corporate'), 'create temporary table staged (id int)')).rejects.toThrow(
      'permission denied to create temporary tables',
    );
    await query(testServerUrl(), `drop role ${stranger}`);
  });

  it('does nothing the second time, and gives the same logins', async () => {
    const subgraphs = [subgraph('corporate'), subgraph('schools')];
    const first = await migrate({ ownerUrl, subgraphs, clock });
    const done = await query(ownerUrl, 'select * from corporate.migration');
    const second = await migrate({ ownerUrl, subgraphs, clock });
    expect(await query(ownerUrl, 'select * from corporate.migration')).toEqual(done);
    for (const name of ['corporate', 'schools', 'outbox_reader'])
      expect(second.urlOf(name)).toBe(first.urlOf(name));
    expect(() => second.urlOf('adults')).toThrow('No login was made for "adults"');
  });

  it('is done once when several processes do it at once', async () => {
    const subgraphs = [subgraph('corporate'), subgraph('schools')];
    const all = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, subgraphs, clock })));
    expect(new Set(all.map((logins) => logins.urlOf('schools'))).size).toBe(1);
    expect(await query(ownerUrl, 'select name from schools.migration')).toHaveLength(1);
    expect(await query(all[0]!.urlOf('schools'), 'select id from schools.thing')).toEqual([{ id: 1 }]);
  });

  it('adds what a newer version brings, and a subgraph that is new', async () => {
    await migrate({ ownerUrl, subgraphs: [subgraph('corporate')], clock });
    const more = migration('AddColour1700000000001', 'alter table corporate.thing add colour text');
    const logins = await migrate({
      ownerUrl,
      subgraphs: [subgraph('corporate', [more]), subgraph('schools')],
      clock,
    });
    expect(await query(logins.urlOf('corporate'), 'select * from corporate.thing')).toEqual([
      { id: 1, colour: null },
    ]);
    expect(await query(logins.urlOf('schools'), 'select id from schools.thing')).toEqual([{ id: 1 }]);
  });

  it('undoes a migration that fails, keeps those before it, and goes on from there', async () => {
    const broken = migration('Break1700000000001', 'create table corporate.half (id int)', 'select 1 / 0');
    await expect(migrate({ ownerUrl, subgraphs: [subgraph('corporate', [broken])], clock })).rejects.toThrow(
      'division by zero',
    );
    expect(
      await query(
        ownerUrl,
        `select to_regclass('corporate.half')::text as half, to_regclass('corporate.thing')::text as thing`,
      ),
    ).toEqual([{ half: null, thing: 'corporate.thing' }]);
    const mended = migration('Break1700000000001', 'create table corporate.half (id int)');
    await migrate({ ownerUrl, subgraphs: [subgraph('corporate', [mended])], clock });
    expect(await query(ownerUrl, 'select name from corporate.migration order by name')).toHaveLength(2);
  });

  it('refuses a database that a newer version made', async () => {
    const newer = migration('Later1800000000000', 'select 1');
    await migrate({ ownerUrl, subgraphs: [subgraph('corporate', [newer])], clock });
    await expect(migrate({ ownerUrl, subgraphs: [subgraph('corporate')], clock })).rejects.toThrow(
      'The database was made by a newer version of the product: its schema corporate has had the migration Later1800000000000',
    );
  });

  it('refuses an owner who may not create logins, and says which right is missing', async () => {
    await query(testServerUrl(), `alter role ${new URL(ownerUrl).username} nocreaterole`);
    await expect(migrate({ ownerUrl, subgraphs: [subgraph('corporate')], clock })).rejects.toThrow(
      /may not create the login .*_corporate\. .*createrole/,
    );
  });

  it('refuses a login of that name that somebody else made', async () => {
    const login = `${new URL(ownerUrl).pathname.slice(1)}_corporate`;
    await query(testServerUrl(), `create role ${login} login superuser`);
    await expect(migrate({ ownerUrl, subgraphs: [subgraph('corporate')], clock })).rejects.toThrow(
      `The login ${login} is there already`,
    );
    await query(testServerUrl(), `drop role ${login}`);
  });

  it('puts a subgraph into a database of its own when its owner is elsewhere', async () => {
    const elsewhere = await emptyTestDatabase();
    const owners = (name: string): string => (name === 'schools' ? elsewhere : ownerUrl);
    const logins = await migrate({
      ownerUrl: owners,
      subgraphs: [subgraph('corporate'), subgraph('schools')],
      clock,
    });
    const databaseOf = (url: string): string => new URL(url).pathname;
    expect(databaseOf(logins.urlOf('schools'))).toBe(databaseOf(elsewhere));
    expect(databaseOf(logins.outboxReaderUrlOf('schools'))).toBe(databaseOf(elsewhere));
    expect(databaseOf(logins.outboxReaderUrlOf('corporate'))).toBe(databaseOf(ownerUrl));
    expect(await query(ownerUrl, `select to_regnamespace('schools')::text as schema`)).toEqual([
      { schema: null },
    ]);
    await dropTestDatabase(elsewhere);
  });
});

describe('a process that does not migrate', () => {
  let ownerUrl: string;

  beforeAll(async () => {
    ownerUrl = await emptyTestDatabase();
  });
  afterAll(() => dropTestDatabase(ownerUrl));

  it('is refused a database that was not prepared', async () => {
    await expect(loadLogins({ ownerUrl, subgraphs: [{ name: 'corporate' }] })).rejects.toThrow(
      'has not been prepared for corporate. Run npm start once',
    );
  });

  it('finds the logins that the migration made', async () => {
    const subgraphs = [subgraph('corporate')];
    const made = await migrate({ ownerUrl, subgraphs, clock });
    const found = await loadLogins({ ownerUrl, subgraphs });
    expect(found.urlOf('corporate')).toBe(made.urlOf('corporate'));
    expect(found.urlOf('outbox_reader')).toBe(made.urlOf('outbox_reader'));
    expect(await query(found.urlOf('corporate'), 'select id from corporate.thing')).toEqual([{ id: 1 }]);
  });
});
