import type { Transaction } from '../../../platform/transaction/transaction';
import { KEPT_TABLES, type KeptTable } from './kept-tables';

/** What the rows of a table were when the rebuild began; it goes with the transaction. */
const heldName = ({ table }: KeptTable): string => `was_${table}`;

/**
 * Holds what the facts are, and keeps no history until `tellDifferences`, whatever becomes of them in this transaction: a
 * rebuild removes every row and brings nearly all of them back.
 */
export async function holdFacts({ query }: Transaction): Promise<void> {
  await query(`select set_config('insight.keep_changes', 'later', true)`);
  const begun = await query('select from insight.fact_history');
  if (begun.length === 0) return;
  for (const kept of KEPT_TABLES) {
    await query(`drop table if exists pg_temp.${heldName(kept)}`);
    await query(
      `create temporary table ${heldName(kept)} on commit drop as select * from insight.${kept.table}`,
    );
  }
}

/** Adds to the history what a rebuild made other than it was. From here on each change is kept again. */
export async function tellDifferences({ query }: Transaction): Promise<void> {
  const [held] = await query<{ held: boolean }>(
    `select to_regclass('pg_temp.was_stage_fact') is not null as held`,
  );
  for (const kept of held?.held === true ? KEPT_TABLES : []) {
    await query(differencesSql(kept));
    await query(`drop table pg_temp.${heldName(kept)}`);
  }
  await query(`select set_config('insight.keep_changes', '', true)`);
}

function differencesSql(kept: KeptTable): string {
  const { table, record, ignored } = kept;
  const without = `- '{${ignored.join(',')}}'::text[]`;
  return `
    insert into insight.fact_change (relation, record, before, after, xid, at)
    select '${table}', coalesce(was.record, now.record), was.row, now.row, pg_current_xact_id()::text::bigint, now()
    from (select ${record('held')} as record, to_jsonb(held) as row from pg_temp.${heldName(kept)} held) was
      full join (select ${record('held')} as record, to_jsonb(held) as row from insight.${table} held) now
        on now.record = was.record
    where (was.row ${without}) is distinct from (now.row ${without})`;
}
