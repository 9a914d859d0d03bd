import { keysOf } from '../tables/keys-of';
import type { BulkTable } from './bulk';
import type { Transaction } from './transaction';

/** The rows with the highest version of each key; of equal versions the first. They are one state published twice. */
export function newestByKey<Row extends { readonly version: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const other = newest.get(keyOf(row));
    if (!other || row.version > other.version) newest.set(keyOf(row), row);
  }
  return [...newest.values()];
}

/** Writes rows in one statement. A row no newer than the stored one changes nothing. */
export async function upsertNewest<Row extends { version: number }>(
  transaction: Transaction,
  { table, columns, key }: BulkTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  const newest = newestByKey(rows, (row) => JSON.stringify(key.map((column) => row[column])));
  const names = keysOf(columns);
  const others = names.filter((name) => !key.includes(name));
  await transaction.query(
    `insert into ${table} as stored (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb)
       as incoming (${names.map((name) => `${name} ${columns[name]}`).join(', ')})
     on conflict (${key.join(', ')}) do update
     set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
     where excluded.version > stored.version`,
    [JSON.stringify(newest)],
  );
}
