import type { QueryRunner } from 'typeorm';

/** Columns of what a stream records of a stage, and the two of its tables that they move between. */
export interface ColumnsToMove {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
}

/**
 * Moves columns from one table of what a stream records of a stage to another, with what they hold: those that turn out to be
 * personal come under the policies of a personal table so, and the other way they go back. Asserts that every row arrived;
 * of a stage without a row in `account` nothing is kept in a personal table, since nobody could be cleared for it.
 */
export async function moveColumns(
  runner: QueryRunner,
  { schema, from, to, columns }: ColumnsToMove,
): Promise<void> {
  const source = `"${schema}"."${from}"`;
  const target = `"${schema}"."${to}"`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  await runner.query(
    `alter table ${target} ${columns.map((column) => `add column "${column}" text`).join(', ')}`,
  );
  // Forced row security would show the owner no row.
  const guarded = [source, target, `"${schema}".account`];
  for (const table of guarded) await runner.query(`alter table ${table} no force row level security`);
  const [moved]: { due: number; arrived: number }[] = await runner.query(
    `with due as (
       select stage_id, ${names} from ${source}
       where num_nonnulls(${names}) > 0 and exists (select from "${schema}".account where account.stage_id = ${source}.stage_id)),
     arrived as (
       insert into ${target} (stage_id, ${names}) select stage_id, ${names} from due
       on conflict (stage_id) do update set ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}
       returning 1)
     select (select count(*)::int from due) as due, (select count(*)::int from arrived) as arrived`,
  );
  for (const table of guarded) await runner.query(`alter table ${table} force row level security`);
  if (moved === undefined || moved.due !== moved.arrived)
    throw new Error(
      `Of ${moved?.due} rows of ${source} ${moved?.arrived} arrived in ${target}: nothing was moved`,
    );
  await runner.query(
    `alter table ${source} ${columns.map((column) => `drop column "${column}"`).join(', ')}`,
  );
}
