import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from './connect';
import { codeOf } from './error-code';
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
  const client = new Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await ensure(client, `select from pg_roles where rolname = '${owner}'`, () => {
      return `create role ${quoted(owner)} login createrole password '${scramVerifier(password)}'`;
    });
    await ensure(client, `select from pg_database where datname = '${database}'`, () => {
      return `create database ${quoted(database)} owner ${quoted(owner)}`;
    });
  } finally {
    await client.end();
  }
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

async function ensure(client: Client, look: string, creation: () => string): Promise<void> {
  const { rowCount } = await client.query(look);
  if (rowCount !== 0) return;
  try {
    await client.query(creation());
  } catch (error) {
    if (!MADE_MEANWHILE.includes(codeOf(error) ?? '')) throw error;
  }
}
