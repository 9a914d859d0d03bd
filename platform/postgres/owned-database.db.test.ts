import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { dropTestDatabase, testServerUrl } from '../testing/database';
import { closeToLogins, ensureOwnedDatabase, ownedDatabaseUrl } from './owned-database';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database with an owner of its own', () => {
  const database = `test_${randomBytes(5).toString('hex')}`;
  const options = () => ({
    ...{ superuserUrl: testServerUrl(), database, owner: `${database}_owner`, password: 'test' },
  });
  afterAll(() => dropTestDatabase(ownedDatabaseUrl(options())));

  it('is made once when several ask for it at once', async () => {
    const urls = await Promise.all([1, 2, 3, 4].map(() => ensureOwnedDatabase(options())));
    expect(new Set(urls)).toEqual(new Set([ownedDatabaseUrl(options())]));
  });

  it('belongs to an owner who may create roles and is no superuser', async () => {
    const url = await ensureOwnedDatabase(options());
    expect(
      await query(
        url,
        `select datdba::regrole::text as owner, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
         from pg_database join pg_roles on rolname = current_user where datname = current_database()`,
      ),
    ).toEqual([
      {
        ...{ owner: `${database}_owner`, rolsuper: false, rolcreaterole: true },
        ...{ rolcreatedb: false, rolbypassrls: false },
      },
    ]);
  });

  it('stays as it is when it is there already, its password too', async () => {
    const url = await ensureOwnedDatabase(options());
    await query(url, 'create table kept (id int)');
    await ensureOwnedDatabase({ ...options(), password: 'another' });
    expect(await query(url, 'select * from kept')).toEqual([]);
  });

  it('is closed to other logins by several at once', async () => {
    const url = await ensureOwnedDatabase(options());
    const closing = Array.from({ length: 6 }, () => closeToLogins(options()));
    await Promise.all(closing);
    const open = `select has_function_privilege('public', 'lo_create(oid)', 'execute') as is_open,
      has_database_privilege('public', 'postgres', 'connect') as lets_in`;
    expect(await query(url, open)).toEqual([{ is_open: false, lets_in: false }]);
    await query(testServerUrl(), 'grant connect on database postgres, template1 to public');
    await query(testServerUrl(), 'grant temporary on database postgres to public');
  });
});
