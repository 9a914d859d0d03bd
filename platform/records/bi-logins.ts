import { randomBytes } from 'node:crypto';
import type { Owner } from '../postgres/migration/owner';
import { loginName, quoted } from '../postgres/names';
import { scramVerifier } from '../postgres/scram';

/** What one login may have open at the same time: a dashboard and somebody who tries something. */
const MOST_CONNECTIONS = 5;

/** What a login begins each session with. It can set all of it otherwise, so nothing that it must not see rests on any of it. */
const SETTINGS: readonly (readonly [setting: string, value: string])[] = [
  ['statement_timeout', '60s'],
  ['idle_in_transaction_session_timeout', '60s'],
  ['idle_session_timeout', '1h'],
  ['default_transaction_read_only', 'on'],
  ['search_path', 'bi'],
];

/** A login of a tool that speaks SQL. */
export interface BiLogin {
  readonly login: string;
  readonly password: string;
  /** What it has to say when it connects, as libpq takes it: an owner who is no superuser cannot have a login begin with it. */
  readonly options: string;
}

/**
 * Makes a login that reads the views of `bi` and nothing else, as `role` does. It is given the tables under the views too, which row-level
 * security asks for, but not their schemas: nobody can name a table there.
 */
export async function makeBiLogin(owner: Owner, role: string): Promise<BiLogin> {
  const { database } = owner;
  const readers = await ensureReaders(owner);
  const login = loginName({ database, subgraph: `bi_${role}_${randomBytes(4).toString('hex')}` });
  const password = randomBytes(24).toString('base64url');
  const attributes = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit connection limit ${MOST_CONNECTIONS}`;
  await owner.query(
    `create role ${quoted(login)} with ${attributes} in role ${quoted(readers)} password '${scramVerifier(password)}'`,
  );
  for (const [setting, value] of SETTINGS)
    await owner.query(`alter role ${quoted(login)} set ${setting} = '${value}'`);
  return { login, password, options: `-c scope.role=${role}` };
}

/** Ends a login for good, with whatever it has open. False where there is none of this name. */
export async function revokeBiLogin(owner: Owner, login: string): Promise<boolean> {
  if (!(await biLogins(owner)).includes(login)) return false;
  await owner.query(`alter role ${quoted(login)} with nologin`);
  // Whoever made a role may give it to themselves, and ends what a role of theirs has open.
  await owner.query(`grant ${quoted(login)} to current_user`);
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [login]);
  // It can make nothing that others would miss, but large objects and defaults of its own would keep it from going.
  await owner.query(`drop owned by ${quoted(login)}`);
  await owner.query(`drop role ${quoted(login)}`);
  return true;
}

/** The logins that were made, by name. */
export async function biLogins(owner: Owner): Promise<readonly string[]> {
  const rows = await owner.query<{ name: string }>(
    `select member.rolname::text as name from pg_auth_members
     join pg_roles readers on readers.oid = roleid join pg_roles member on member.oid = member
     where readers.rolname = $1 and not member.rolcreaterole order by 1`,
    [readersOf(owner)],
  );
  return rows.map(({ name }) => name);
}

/** Lets the logins that there are read the views as they are now: a view that a migration made anew forgot who may. */
export async function renewReaders(owner: Owner): Promise<void> {
  if (await hasReaders(owner)) await ensureReaders(owner);
}

const readersOf = ({ database }: Owner): string => loginName({ database, subgraph: 'bi_readers' });

const hasReaders = async (owner: Owner): Promise<boolean> =>
  (await owner.query('select from pg_roles where rolname = $1', [readersOf(owner)])).length > 0;

/** Sees to it that those who read the views may read all there are now, and what is under them. */
async function ensureReaders(owner: Owner): Promise<string> {
  const readers = readersOf(owner);
  if (!(await hasReaders(owner))) await owner.query(`create role ${quoted(readers)} with nologin noinherit`);
  await owner.query(`grant connect on database ${quoted(owner.database)} to ${quoted(readers)}`);
  await owner.query(`grant usage on schema bi to ${quoted(readers)}`);
  await owner.query(`grant select on all tables in schema bi to ${quoted(readers)}`);
  const under = await owner.query<{ schema: string; name: string }>(
    `select distinct table_schema as schema, table_name as name from information_schema.view_table_usage where view_schema = 'bi'`,
  );
  for (const { schema, name } of under)
    await owner.query(`grant select on ${quoted(schema)}.${quoted(name)} to ${quoted(readers)}`);
  return readers;
}
