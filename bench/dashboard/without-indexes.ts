import type { Client } from 'pg';

/** What makes an index of a table, or a constraint that has one, anew. */
interface Dropped {
  readonly drop: string;
  readonly make: string;
}

/**
 * Fills a table without its indexes and with its triggers off, and makes the indexes once it is full: a row at a time they
 * would take most of the time. For a database that nobody else uses.
 */
export async function withoutIndexes(
  client: Client,
  { schema, name }: { readonly schema: string; readonly name: string },
  fill: () => Promise<void>,
): Promise<void> {
  const table = `${schema}.${name}`;
  const dropped = [...(await constraintsOf(client, table)), ...(await indexesOf(client, table))];
  await client.query(`alter table ${table} disable trigger user`);
  for (const { drop } of dropped) await client.query(drop);
  await fill();
  for (const { make } of dropped) await client.query(make);
  await client.query(`alter table ${table} enable trigger user`);
}

async function constraintsOf(client: Client, table: string): Promise<Dropped[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  );
  return rows.map(({ name, definition }) => ({
    drop: `alter table ${table} drop constraint ${name}`,
    make: `alter table ${table} add constraint ${name} ${definition}`,
  }));
}

async function indexesOf(client: Client, table: string): Promise<Dropped[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  return rows.map(({ name, definition }) => ({ drop: `drop index ${name}`, make: definition }));
}
