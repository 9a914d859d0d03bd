import { Client } from 'pg';
import { codeOf } from '../../platform/postgres/error-code';
import type { Database } from '../../platform/postgres/open-database';

/** What PostgreSQL says to the one of two that it ends, since each waits for the other. */
const DEADLOCK = '40P01';

/**
 * Has a part of a running product hang: every table of its schema is locked, so that whatever it asks waits. Lets it go on
 * again by what it gives.
 */
export async function hangPart(
  database: Pick<Database, 'urlFor'>,
  part: string,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: database.urlFor(part) });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
    [part],
  );
  const tables = rows.map(({ name }) => name).join(', ');
  while (!(await lockAll(client, tables))) await client.query('rollback');
  return () => client.end();
}

/** False where whoever the part serves right now holds one of the tables, and waits for another: they go first. */
async function lockAll(client: Client, tables: string): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`lock table ${tables} in access exclusive mode`);
    return true;
  } catch (error) {
    if (codeOf(error) === DEADLOCK) return false;
    throw error;
  }
}
