import type { Transaction } from '../../../platform/transaction/transaction';

interface Rewriting {
  readonly table: 'held_row' | 'replaced_row' | 'fault' | 'quarantined_row';
  readonly where: string;
  readonly values: readonly unknown[];
  by(raw: object): object;
}

/** Writes rows as they came anew, each as `by` makes it of what it is. Locked, a row keeps its place in the table till then. */
export async function rewrite(
  transaction: Transaction,
  { table, where, values, by }: Rewriting,
): Promise<void> {
  const rows = await transaction.query<{ place: string; raw: object }>(
    `select ctid::text as place, raw from intake.${table} where ${where} for update`,
    values,
  );
  if (rows.length === 0) return;
  await transaction.query(
    `update intake.${table} as kept set raw = anew.raw::json
     from unnest($1::text[]::tid[], $2::text[]) as anew (place, raw) where kept.ctid = anew.place`,
    [rows.map(({ place }) => place), rows.map(({ raw }) => JSON.stringify(by(raw)))],
  );
}
