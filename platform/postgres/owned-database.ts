import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from './connect';
import { quoted } from './names';
import { scramVerifier } from './scram';

const DUPLICATE_DATABASE = '42P04';
const DUPLICATE_ROLE = ['42710', '23505'];

export interface OwnedDatabase {
  readonly superuserUrl: string;
  readonly database: string;
  readonly owner: string;
  readonly password: string;
}

/**
 * Makes a database that belongs to a login which may create roles and is no superuser: what a council's own server
 * would give us. Returns the owner's address. What is there already stays, with the password set anew.
 */
export async function ensureOwnedDatabase({
  superuserUrl,
  database,
  owner,
  password,
}: OwnedDatabase): Promise<string> {
  const client = new Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await unless(DUPLICATE_ROLE, () => client.query(`create role ${quoted(owner)} login createrole`));
    await client.query(`alter role ${quoted(owner)} password '${scramVerifier(password)}'`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) {
      await unless([DUPLICATE_DATABASE, '23505'], () =>
        client.query(`create database ${quoted(database)} owner ${quoted(owner)}`),
      );
    }
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.username = owner;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs `action`; another process may have been first, which shows as one of `codes`. */
async function unless(codes: readonly string[], action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
  }
}
