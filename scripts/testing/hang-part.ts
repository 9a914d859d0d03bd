import { Client } from 'pg';
import type { Database } from '../../platform/postgres/open-database';

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
  await client.query('begin');
  await client.query(`lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`);
  return () => client.end();
}
