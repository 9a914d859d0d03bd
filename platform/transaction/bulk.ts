import type { Transaction } from './transaction';

/** A table that rows are written to in bulk: its quoted name, its columns with their SQL types, and its key. */
export interface BulkTable<Row extends object> {
  readonly table: string;
  readonly columns: Readonly<Record<keyof Row & string, string>>;
  readonly key: readonly (keyof Row & string)[];
}

/**
 * Inserts `rows`, or replaces those whose key is there already, in one statement. The rows travel as one JSON
 * parameter: one round trip and one plan, whatever their number. A key may be there once in a call.
 */
export async function bulkUpsert<Row extends object>(
  transaction: Transaction,
  { table, columns, key }: BulkTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as (keyof Row & string)[];
  const changed = names.filter((name) => !key.includes(name)).map((name) => `"${name}" = excluded."${name}"`);
  const list = names.map((name) => `"${name}"`).join(', ');
  await transaction.query(
    `insert into ${table} (${list})
     select ${list} from json_to_recordset($1::json) as row (${names.map((name) => `"${name}" ${columns[name]}`).join(', ')})
     on conflict (${key.map((name) => `"${name}"`).join(', ')}) do ${changed.length > 0 ? `update set ${changed.join(', ')}` : 'nothing'}`,
    [JSON.stringify(rows)],
  );
}
