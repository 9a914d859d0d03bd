import { randomSecret } from '../embedded/state';
import { loginName, OUTBOX_READER, quoted } from '../names';
import { DatabaseRefusal } from '../refusal';
import { scramVerifier } from '../scram';
import type { Owner } from './owner';

/** Passwords of a database's logins, by login. */
export type Keyring = ReadonlyMap<string, string>;

const CREATE = `
  create schema if not exists keyring;
  create table if not exists keyring.login_password (
    login text primary key,
    password text not null,
    made_at timestamptz not null
  )`;

/** Reads the passwords that migrations have made; an empty ring where none has run. Only the owner may. */
export async function readKeyring(owner: Owner): Promise<Keyring> {
  const [table] = await owner.query<{ there: boolean }>(
    `select to_regclass('keyring.login_password') is not null as there`,
  );
  if (!table?.there) return new Map();
  const rows = await owner.query<{ login: string; password: string }>(
    'select login, password from keyring.login_password',
  );
  return new Map(rows.map((row) => [row.login, row.password]));
}

/**
 * Sees to it that a login exists for each of `names` in this database, with the password that the ring holds.
 * `made` says whether any had to be made.
 */
export async function ensureLogins(
  owner: Owner,
  names: readonly string[],
  madeAt: Date,
): Promise<{ ring: Keyring; made: boolean }> {
  const wanted = names.map((subgraph) => loginName({ database: owner.database, subgraph }));
  const ring = await readKeyring(owner);
  const existing = await existingLogins(owner, wanted);
  const missing = wanted.filter((login) => !ring.has(login) || !existing.has(login));
  if (missing.length === 0) return { ring, made: false };
  await owner.query(CREATE);
  const made = new Map(ring);
  for (const login of missing) {
    const password = ring.get(login) ?? randomSecret();
    await giveLogin(owner, { login, password, exists: existing.has(login) });
    await owner.query(
      `insert into keyring.login_password (login, password, made_at) values ($1, $2, $3) on conflict (login) do nothing`,
      [login, password, madeAt],
    );
    made.set(login, password);
  }
  return { ring: made, made: true };
}

/** All that the logins of a database need beside their tables: to connect, and the outbox's reader for each. */
export const loginsFor = (subgraphs: readonly { readonly name: string }[]): string[] => [
  ...subgraphs.map(({ name }) => name),
  OUTBOX_READER,
];

interface Login {
  readonly login: string;
  readonly password: string;
  readonly exists: boolean;
}

async function giveLogin(owner: Owner, { login, password, exists }: Login): Promise<void> {
  const verifier = scramVerifier(password);
  const attributes = 'login nocreatedb nocreaterole noinherit';
  try {
    await owner.query(
      `${exists ? 'alter' : 'create'} role ${quoted(login)} with ${attributes} password '${verifier}'`,
    );
  } catch (error) {
    throw new DatabaseRefusal(refusalFor(login, exists), { cause: error });
  }
}

function refusalFor(login: string, exists: boolean): string {
  return exists
    ? `The login ${login} is there already and is not this database owner's to change. Remove it (drop role), or give DATABASE_URL the owner that made it.`
    : `The owner in DATABASE_URL may not create the login ${login}. Give it that right (alter role … createrole).`;
}

/** Logins that exist on the server, from `wanted`. */
async function existingLogins(owner: Owner, wanted: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await owner.query<{ rolname: string }>(
    'select rolname::text from pg_roles where rolname = any ($1)',
    [wanted],
  );
  return new Set(rows.map((row) => row.rolname));
}
