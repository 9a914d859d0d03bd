import { keysOf } from '../../../platform/tables/keys-of';
import type { BulkTable } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';

/** The rows with the highest version of each key; of equal versions the first. They are one state told twice. */
export function newestByKey<Row extends { readonly version: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const held = newest.get(keyOf(row));
    if (!held || row.version > held.version) newest.set(keyOf(row), row);
  }
  return [...newest.values()];
}

/** Writes rows in one statement; one no newer than what is held changes nothing. */
export async function keepNewest<Row extends { version: number }>(
  transaction: Transaction,
  { table, columns, key }: BulkTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  const newest = newestByKey(rows, (row) => JSON.stringify(key.map((column) => row[column])));
  const names = keysOf(columns);
  const others = names.filter((name) => !key.includes(name));
  await transaction.query(
    `insert into ${table} as held (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb)
       as told (${names.map((name) => `${name} ${columns[name]}`).join(', ')})
     on conflict (${key.join(', ')}) do update
     set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
     where excluded.version > held.version`,
    [JSON.stringify(newest)],
  );
}
