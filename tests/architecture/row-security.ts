import type { Client } from 'pg';
import { codeOf } from '../../platform/postgres/error-code';
import { SCOPE_SETTINGS } from '../../platform/transaction/scope';

/** A table and a login that may do something with it. */
export interface Door {
  readonly table: string;
  readonly login: string;
  readonly may: readonly string[];
}

const INSUFFICIENT_PRIVILEGE = '42501';

interface Column {
  readonly name: string;
  readonly type: string;
}

const SETTINGS = SCOPE_SETTINGS.map((name) => `scope.${name}`);

/** What a careless or hostile caller may leave in the settings. */
const GARBAGE = ['nobody', 'Officer', ' officer', "officer' or true --", 'officer,import', '%', 'null'];

/** States of all settings in which nothing may be seen or done. `null` is never set at all. */
const CLOSED: readonly (string | null)[] = [null, '', ...GARBAGE];

/** Tables of our schemas and whether their row-level security holds for everybody, the owner included. */
export async function tablesWithRowSecurity(client: Client): Promise<{ table: string; forced: boolean }[]> {
  const { rows } = await client.query<{ table: string; forced: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as table, c.relrowsecurity and c.relforcerowsecurity as forced
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
     order by 1`,
  );
  return rows;
}

/** Each login that may do anything with a table under row-level security, and what. */
export async function doors(client: Client): Promise<Door[]> {
  const { rows } = await client.query<Door>(
    `select format('%I.%I', n.nspname, c.relname) as table, r.rolname as login,
       array_agg(p.privilege order by p.privilege) as may
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       pg_roles r, unnest(array['select', 'insert', 'update', 'delete']) as p (privilege)
     where c.relrowsecurity and c.relkind in ('r', 'p') and starts_with(r.rolname, current_database())
       and not pg_has_role(r.rolname, c.relowner, 'member')
       and has_schema_privilege(r.rolname, n.oid, 'usage') and has_table_privilege(r.rolname, c.oid, p.privilege)
     group by 1, 2 order by 1, 2`,
  );
  return rows;
}

/**
 * Puts one row into a table past all rules, so that there is something to see. To be called in a transaction that is
 * rolled back, by a superuser.
 */
export async function plantRow(client: Client, table: string): Promise<void> {
  await client.query("set local session_replication_role = 'replica'");
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  await client.query(insertion(table, await columnsOf(client, table)));
}

/**
 * What the doors let through that they should not while no setting says who asks: sentences, none when all is well.
 * To be called on a connection that has set nothing yet, since a setting that was set once is '' ever after, not unset.
 */
export async function leaks(client: Client, all: readonly Door[]): Promise<string[]> {
  const found: string[] = [];
  for (const value of CLOSED) {
    const state = value === null ? 'unset' : `“${value}”`;
    await client.query('savepoint closed');
    if (value !== null) await setAll(client, value);
    for (const door of all) {
      for (const verb of await openVerbs(client, door)) {
        found.push(`${door.table}: ${verb} goes through with every setting ${state}`);
      }
    }
    await client.query('rollback to savepoint closed');
  }
  return found;
}

/** Who of `roles` sees the planted row of a table with nothing but the role set. */
export async function readersByRoleAlone(
  client: Client,
  { door, roles }: { door: Door; roles: readonly string[] },
): Promise<string[]> {
  const seen: string[] = [];
  for (const role of roles) {
    await client.query('savepoint asked');
    await setAll(client, '');
    await client.query(`select set_config('scope.role', $1, true)`, [role]);
    await client.query(`set local role "${door.login}"`);
    const { rowCount } = await client.query(`select 1 from ${door.table}`);
    if (rowCount) seen.push(role);
    await client.query('rollback to savepoint asked');
  }
  return seen;
}

/** What a person may be cleared for: everything that a planted row can belong to. */
const CLEARED: Readonly<Record<string, string>> = {
  'scope.streams': 'adults,childrens,corporate,schools,7',
  'scope.services': '7',
  'scope.partner': '7',
  'scope.subject': '7',
};

/** Who of `roles` sees the planted row of a table, cleared for all there is and signed in with `credential`. */
export async function readersCleared(
  client: Client,
  { door, roles, credential }: { door: Door; roles: readonly string[]; credential: string },
): Promise<string[]> {
  const seen: string[] = [];
  for (const role of roles) {
    await client.query('savepoint asked');
    for (const [setting, value] of Object.entries({
      ...CLEARED,
      'scope.role': role,
      'scope.credential': credential,
    }))
      await client.query('select set_config($1, $2, true)', [setting, value]);
    await client.query(`set local role "${door.login}"`);
    const { rowCount } = await client.query(`select 1 from ${door.table}`);
    if (rowCount) seen.push(role);
    await client.query('rollback to savepoint asked');
  }
  return seen;
}

/** Who of `roles` can remove the planted row of a table, cleared for all there is. */
export async function removersByRole(
  client: Client,
  { door, roles }: { door: Door; roles: readonly string[] },
): Promise<string[]> {
  const removers: string[] = [];
  for (const role of roles) {
    await client.query('savepoint asked');
    for (const [setting, value] of Object.entries({ ...CLEARED, 'scope.role': role })) {
      await client.query('select set_config($1, $2, true)', [setting, value]);
    }
    await client.query(`set local role "${door.login}"`);
    if (await comesThrough(client, `delete from ${door.table}`)) removers.push(role);
    await client.query('rollback to savepoint asked');
  }
  return removers;
}

async function setAll(client: Client, value: string): Promise<void> {
  for (const setting of SETTINGS) await client.query('select set_config($1, $2, true)', [setting, value]);
}

/** What a login can do to a table's rows, of that which it may do to the table. */
async function openVerbs(client: Client, { table, login, may }: Door): Promise<string[]> {
  const columns = await columnsOf(client, table);
  const first = columns[0]?.name;
  const attempts: Record<string, string> = {
    select: `select 1 from ${table}`,
    insert: insertion(table, columns),
    update: `update ${table} set ${first} = ${first}`,
    delete: `delete from ${table}`,
  };
  const open: string[] = [];
  for (const verb of may) {
    await client.query('savepoint attempt');
    await client.query(`set local role "${login}"`);
    if (await comesThrough(client, attempts[verb] ?? '')) open.push(verb);
    await client.query('rollback to savepoint attempt');
  }
  return open;
}

/**
 * Whether row-level security lets a statement read or change anything. It is asked before constraints are: a statement
 * that fails by one of those went through.
 */
async function comesThrough(client: Client, sql: string): Promise<boolean> {
  try {
    const { rowCount } = await client.query(sql);
    return (rowCount ?? 0) > 0;
  } catch (error) {
    return codeOf(error) !== INSUFFICIENT_PRIVILEGE;
  }
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attidentity = '' and attgenerated = '' order by attnum`,
    [table],
  );
  return rows;
}

/** An insert with a value for every column that takes one. */
function insertion(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  return `insert into ${table} (${names}) values (${columns.map(({ type }) => anyOf(type)).join(', ')})`;
}

/** Any value of a type. */
function anyOf(type: string): string {
  if (type.endsWith('[]')) return `'{}'::${type}`;
  if (type.startsWith('json')) return `'{}'::${type}`;
  if (type === 'boolean') return 'true';
  if (type === 'date' || type.startsWith('timestamp')) return `'2021-05-04'::${type}`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'bytea') return `'\\x00'::bytea`;
  return `'7'::${type}`;
}
