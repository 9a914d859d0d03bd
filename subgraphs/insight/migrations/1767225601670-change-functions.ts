/** A table whose rows are kept as they were: what names a row, and what of it may change without being a change. */
export interface KeptTable {
  readonly table: string;
  /** SQL of what names a row, of the row's alias. */
  readonly record: (alias: string) => string;
  readonly ignored: readonly string[];
}

const named =
  (column: string) =>
  (alias: string): string =>
    `${alias}.${column}`;

/** All that figures are counted from and named by. */
export const KEPT: readonly KeptTable[] = [
  { table: 'stage_fact', record: named('stage_id'), ignored: [] },
  { table: 'complaint_fact', record: named('complaint_id'), ignored: ['version', 'changed_at'] },
  { table: 'ombudsman_case_fact', record: named('case_id'), ignored: ['version'] },
  { table: 'call_day', record: named('offered_on::text'), ignored: ['version'] },
  { table: 'service', record: named('id'), ignored: ['version'] },
  { table: 'directorate', record: named('id'), ignored: ['version'] },
  {
    table: 'coverage',
    record: (alias) => `concat_ws('/', ${alias}.stream, ${alias}.measure, ${alias}.recorded_from)`,
    ignored: ['version'],
  },
  { table: 'source_reach', record: named('source'), ignored: ['version', 'loaded_at'] },
];

/** SQL that is true where a row came to say something else. Compared as rows first: most of what is written again is equal. */
export const differs = ({ ignored }: KeptTable): string => `went is distinct from came
      and (to_jsonb(went) - '{${ignored.join(',')}}'::text[]) is distinct from (to_jsonb(came) - '{${ignored.join(',')}}'::text[])`;

const INTO = 'insert into insight.fact_change (relation, record, before, after, xid, at)';
const NOW = 'pg_current_xact_id()::text::bigint, now()';

const changesSql = (kept: KeptTable): string => {
  const { table, record } = kept;
  return `
    if tg_op = 'INSERT' then
      ${INTO} select '${table}', ${record('came')}, null, to_jsonb(came), ${NOW} from came;
    elsif tg_op = 'DELETE' then
      ${INTO} select '${table}', ${record('went')}, to_jsonb(went), null, ${NOW} from went;
    else
      ${INTO} select '${table}', ${record('came')}, to_jsonb(went), to_jsonb(came), ${NOW}
      from went join came on ${record('went')} = ${record('came')} where ${differs(kept)};
    end if;`;
};

/**
 * The trigger's function that keeps what a statement changed. While no history is kept it holds the lock shared until its
 * transaction ends, so that a history that begins meanwhile waits for it; during a rebuild the changes are told at its end.
 * Its plan is made for the first statement and kept: one that compared each row with each would serve a batch of thousands.
 */
export const changeFunction = ({
  name,
  kept,
  lock,
}: {
  readonly name: string;
  readonly kept: KeptTable;
  readonly lock: string;
}): string => `
  create function insight.${name}() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  begin
    if current_setting('insight.keep_changes', true) = 'later' then return null; end if;
    if not exists (select from insight.fact_history) then
      perform pg_advisory_xact_lock_shared(${lock});
      if not exists (select from insight.fact_history) then return null; end if;
    end if;${changesSql(kept)}
    return null;
  end $$`;
