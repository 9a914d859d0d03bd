import { keysOf } from '../tables/keys-of';
import { type ColumnTypes, columnar } from './columns';
import type { Transaction } from './transaction';

/** A table that rows are written to in bulk: its quoted name, its columns with their SQL types, and its key. */
export interface BulkTable<Row extends object> {
  readonly table: string;
  readonly columns: ColumnTypes<Row>;
  readonly key: readonly (keyof Row & string)[];
}

/** Inserts `rows`, or replaces those whose key is there already, in one statement. A key may be there once in a call. */
export async function bulkUpsert<Row extends object>(
  transaction: Transaction,
  { table, columns, key }: BulkTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = keysOf(columns);
  const changed = names.filter((name) => !key.includes(name)).map((name) => `"${name}" = excluded."${name}"`);
  const { from, selected, values } = columnar(rows, columns, { alias: 'row' });
  await transaction.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${selected} from ${from}
     on conflict (${key.map((name) => `"${name}"`).join(', ')}) do ${changed.length > 0 ? `update set ${changed.join(', ')}` : 'nothing'}`,
    values,
    { isRepeated: true },
  );
}
