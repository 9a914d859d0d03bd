import { Client } from 'pg';
import type { KeptBySchema } from '../../platform/personal-data/kept-table';
import { testServerUrl } from '../../platform/testing/database';

/** Stands in every personal column of a database, in place of what was there. */
export const PLANTED = 'ZQXPLANTED';
/** Stands in everything personal that callers send. */
export const SENT = 'ZQXSENT';

/** A column that holds personal data, as its part says. */
export interface PersonalColumn {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** All personal columns of these schemas. */
export const personalColumns = (kept: KeptBySchema): readonly PersonalColumn[] =>
  Object.entries(kept).flatMap(([schema, tables]) =>
    tables.flatMap(({ table, personal }) =>
      personal.flatMap(({ columns }) => columns.map((column) => ({ schema, table, column }))),
    ),
  );

/** Where a canary stands now, and where it could not be put: no row, another kind of column, or a rule of the table. */
export interface Planting {
  readonly planted: readonly string[];
  readonly empty: readonly string[];
  readonly refused: readonly string[];
}

/** Puts a canary into every row of these columns, past all triggers. */
export function plant(ownerUrl: string, columns: readonly PersonalColumn[]): Promise<Planting> {
  return asSuperuser(ownerUrl, async (client) => {
    await client.query("set session_replication_role = 'replica'");
    const done: Record<keyof Planting, string[]> = { planted: [], empty: [], refused: [] };
    for (const column of columns) done[await plantOne(client, column)].push(nameOf(column));
    return done;
  });
}

const nameOf = ({ schema, table, column }: PersonalColumn): string => `${schema}.${table}.${column}`;

/** Each row has one of its own: some columns are of one row alone. */
const VALUES: Readonly<Record<string, string>> = {
  text: `'${PLANTED} ' || ctid::text`,
  'text[]': `array['${PLANTED} ' || ctid::text]`,
};

async function plantOne(client: Client, column: PersonalColumn): Promise<keyof Planting> {
  const { rows } = await client.query(
    `select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = $2`,
    [`"${column.schema}"."${column.table}"`, column.column],
  );
  const value = VALUES[rows[0]?.type];
  if (value === undefined) return 'refused';
  try {
    const place = `"${column.schema}"."${column.table}"`;
    const { rowCount } = await client.query(`update ${place} set "${column.column}" = ${value}`);
    return rowCount === 0 ? 'empty' : 'planted';
  } catch {
    return 'refused';
  }
}

/** Every row of these schemas' tables as text, but for the columns that are left out. */
export function everythingIn(
  ownerUrl: string,
  { schemas, without }: { readonly schemas: readonly string[]; readonly without: readonly PersonalColumn[] },
): Promise<string> {
  return asSuperuser(ownerUrl, async (client) => {
    const { rows } = await client.query<{ schema: string; table: string }>(
      'select schemaname as schema, tablename as table from pg_tables where schemaname = any ($1)',
      [schemas],
    );
    const texts = await Promise.all(
      rows.map(({ schema, table }) => rowsOf(client, { schema, table, without })),
    );
    return texts.join('\n');
  });
}

async function rowsOf(
  client: Client,
  { schema, table, without }: { schema: string; table: string; without: readonly PersonalColumn[] },
): Promise<string> {
  const left = without.filter((each) => each.schema === schema && each.table === table);
  const { rows } = await client.query<{ said: string }>(
    `select string_agg((to_jsonb(each) - $1::text[])::text, ' ') as said from "${schema}"."${table}" as each`,
    [left.map(({ column }) => column)],
  );
  return `${schema}.${table} ${rows[0]?.said ?? ''}`;
}

/** Does statements as whoever holds the database itself. */
export const asOwner = (ownerUrl: string, ...statements: string[]): Promise<void> =>
  asSuperuser(ownerUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

async function asSuperuser<Answer>(
  ownerUrl: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const url = new URL(testServerUrl());
  url.pathname = new URL(ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
