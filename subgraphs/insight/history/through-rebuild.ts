import type { Transaction } from '../../../platform/transaction/transaction';
import { KEPT_TABLES, type KeptTable } from './kept-tables';

/**
 * Holds what the facts are, and keeps no history until `tellDifferences`, whatever becomes of them in this transaction: a
 * rebuild removes every row and brings nearly all of them back. Nothing is held while no history is kept.
 */
export async function holdFacts({ query }: Transaction): Promise<void> {
  await query(`select set_config('insight.keep_changes', 'later', true)`);
  await query('delete from insight.fact_held');
  for (const { table, record } of KEPT_TABLES)
    await query(
      `insert into insight.fact_held (relation, record, held)
       select '${table}', ${record('fact')}, to_jsonb(fact) from insight.${table} fact
       where exists (select from insight.fact_history)`,
    );
}

/** Adds to the history what a rebuild made other than it was. From here on each change is kept again. */
export async function tellDifferences({ query }: Transaction): Promise<void> {
  const begun = await query('select from insight.fact_history');
  for (const kept of begun.length > 0 ? KEPT_TABLES : []) await query(differencesSql(kept));
  await query('delete from insight.fact_held');
  await query(`select set_config('insight.keep_changes', '', true)`);
}

function differencesSql({ table, record, ignored }: KeptTable): string {
  const without = `- '{${ignored.join(',')}}'::text[]`;
  return `
    insert into insight.fact_change (relation, record, before, after, xid, at)
    select '${table}', coalesce(was.record, now.record), was.held, now.held, pg_current_xact_id()::text::bigint, now()
    from (select record, held from insight.fact_held where relation = '${table}') was
      full join (select ${record('fact')} as record, to_jsonb(fact) as held from insight.${table} fact) now
        on now.record = was.record
    where (was.held ${without}) is distinct from (now.held ${without})`;
}
