import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from './connect';
import { codeOf } from './error-code';
import { LOCK_FUNCTIONS } from './migration/locks';
import { quoted } from './names';
import { scramVerifier } from './scram';

/** Another process made the same one a moment ago: as PostgreSQL sees it early (42…) or late (a unique key, 23505). */
const MADE_MEANWHILE = ['42P04', '42710', '23505'];

export interface OwnedDatabase {
  readonly superuserUrl: string;
  readonly database: string;
  readonly owner: string;
  readonly password: string;
}

/**
 * Makes a database that belongs to a login which may create roles and is no superuser: what a council's own server
 * would give us. Returns the owner's address. What is there already stays.
 */
export async function ensureOwnedDatabase(options: OwnedDatabase): Promise<string> {
  const { superuserUrl, database, owner, password } = options;
  await asSuperuser(superuserUrl, async (client) => {
    await ensure(client, `select from pg_roles where rolname = '${owner}'`, () => {
      return `create role ${quoted(owner)} login createrole password '${scramVerifier(password)}'`;
    });
    await ensure(client, `select from pg_database where datname = '${database}'`, () => {
      return `create database ${quoted(database)} owner ${quoted(owner)}`;
    });
  });
  return ownedDatabaseUrl(options);
}

/** The address of such a database for its owner. */
export function ownedDatabaseUrl({ superuserUrl, database, owner, password }: OwnedDatabase): string {
  const url = new URL(superuserUrl);
  url.username = owner;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

/** What writes large objects: anybody may, without bound, in whatever schema they are let in. Nothing of ours has any. */
const LARGE_OBJECTS = [
  'lo_creat(integer)',
  'lo_create(oid)',
  'lo_from_bytea(oid, bytea)',
  'lo_put(oid, bigint, bytea)',
  'lowrite(integer, bytea)',
  'lo_truncate(integer, integer)',
  'lo_truncate64(integer, bigint)',
];

/**
 * Keeps logins out of what is no business of theirs: the server's own databases, and in ours large objects and the locks by which our
 * writers wait for each other. It takes a superuser, so a council does it on its own server by itself
 * (docs/how-to/read-by-sql.md). What was done already is not done again, and processes that do it to one database at once take turns:
 * PostgreSQL refuses to change a right that another is changing.
 */
export async function closeToLogins({
  superuserUrl,
  database,
  owner,
}: Pick<OwnedDatabase, 'superuserUrl' | 'database' | 'owner'>): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  await asSuperuser(url.href, async (client) => {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('platform.close-to-logins', 0))`);
    if (await isOpen(client, 'lo_create(oid)')) await closeLargeObjects(client);
    if (await isOpen(client, 'pg_advisory_lock(bigint)')) await closeLocks(client, owner);
    await client.query('commit');
  });
}

async function isOpen(client: Client, signature: string): Promise<boolean> {
  const { rows } = await client.query(`select has_function_privilege('public', $1, 'execute') as is_open`, [
    signature,
  ]);
  return rows[0]?.is_open === true;
}

async function closeLargeObjects(client: Client): Promise<void> {
  await client.query(`revoke connect, temporary on database postgres, template1 from public`);
  for (const each of LARGE_OBJECTS)
    await client.query(`revoke execute on function pg_catalog.${each} from public`);
}

/** Leaves the locks to the owner, who gives them to the logins of our parts; those that are there may be at work. */
async function closeLocks(client: Client, owner: string): Promise<void> {
  const { rows } = await client.query<{ functions: string }>(LOCK_FUNCTIONS);
  const functions = rows[0]?.functions;
  await client.query(`revoke execute on function ${functions} from public`);
  await client.query(`grant execute on function ${functions} to ${quoted(owner)} with grant option`);
  for (const login of await loginsIn(client))
    await client.query(`grant execute on function ${functions} to ${quoted(login)}`);
}

async function loginsIn(client: Client): Promise<readonly string[]> {
  const { rows: there } = await client.query(
    `select where to_regclass('keyring.login_password') is not null`,
  );
  if (there.length === 0) return [];
  const { rows } = await client.query<{ login: string }>('select login from keyring.login_password');
  return rows.map(({ login }) => login);
}

async function asSuperuser(connectionString: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensure(client: Client, look: string, creation: () => string): Promise<void> {
  const { rowCount } = await client.query(look);
  if (rowCount !== 0) return;
  try {
    await client.query(creation());
  } catch (error) {
    if (!MADE_MEANWHILE.includes(codeOf(error) ?? '')) throw error;
  }
}
