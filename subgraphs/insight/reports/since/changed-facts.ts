import type { Parameters } from '../../../../counting/days-sql';
import type { FactTables } from '../../figures/catalogue/counted-facts';

/** The facts that changed since a snapshot, as SQL: as they were then, and as they are now. */
export interface ChangedFacts {
  /** What begins the statement: `with …`. */
  readonly with: string;
  readonly was: FactTables;
  readonly now: FactTables;
}

/** What changes with each version of a row, and says nothing else. */
const NO_CHANGE = `'{version,changed_at,loaded_at}'::text[]`;

/**
 * SQL of what became of each row since a snapshot: what it was then, and what it is now. A row that was changed and changed
 * back is none.
 */
export const netChangesSql = (snapshot: string): string => `
  select * from (
    select relation, record, (array_agg(before order by id))[1] as before, (array_agg(after order by id desc))[1] as after,
      min(at) as first_at, max(at) as last_at
    from insight.fact_change
    where xid >= pg_snapshot_xmin(${snapshot})::text::bigint and not pg_visible_in_snapshot(xid::text::xid8, ${snapshot})
    group by relation, record
  ) net where (before - ${NO_CHANGE}) is distinct from (after - ${NO_CHANGE})`;

/**
 * The facts of which anything may have changed since a snapshot, before and after: those that changed themselves, those whose
 * service was named otherwise, what the answers of such stages promised, and ombudsmen's cases of complaints that changed. All others are in no figure's difference.
 */
export function changedFacts(
  { snapshot, movedServices }: { readonly snapshot: string; readonly movedServices: readonly string[] },
  parameters: Parameters,
): ChangedFacts {
  const since = `${parameters.bind(snapshot, 'text')}::pg_snapshot`;
  const moved = parameters.bind(movedServices, 'text[]');
  const steps = [
    `changed as materialized (${netChangesSql(since)})`,
    // A promise is counted under the stage that made it: both have to be there.
    step(
      'stage',
      'stage_fact',
      `service_id = any(${moved})
      or complaint_id in (select record from changed where relation = 'promise_fact')`,
    ),
    step(
      'promise',
      'promise_fact',
      `complaint_id in (select complaint_id from was_stage union select complaint_id from now_stage)`,
    ),
    step('complaint_changed', 'complaint_fact', `service_id = any(${moved})`),
    // A case is of its complaint's service: it may be another figure's though nothing was written of the case itself.
    step(
      'case',
      'ombudsman_case_fact',
      `complaint_id in (select complaint_id from was_complaint_changed
      union select complaint_id from now_complaint_changed)`,
    ),
    ...(['was', 'now'] as const).map(complaintsSql),
    step('call_day', 'call_day', 'false'),
  ].join(',\n');
  return { with: `with ${steps}`, was: tablesOf('was'), now: tablesOf('now') };
}

const tablesOf = (side: Side): FactTables => ({
  stages: `${side}_stage`,
  complaints: `${side}_complaint`,
  cases: `${side}_case`,
  promises: `${side}_promise`,
  callDays: `${side}_call_day`,
});

type Side = 'was' | 'now';

/** Rows as they were and as they are, with those beside them that did not change themselves. */
const step = (name: string, table: string, beside: string): string =>
  (['was', 'now'] as const)
    .map(
      (side) => `${side}_${name} as materialized (
    select fact.* from changed, jsonb_populate_record(null::insight.${table}, ${side === 'was' ? 'before' : 'after'}) as fact
    where relation = '${table}' and ${side === 'was' ? 'before' : 'after'} is not null
    union all
    select fact.* from insight.${table} fact
    where (${beside}) and ${KEYS[table]} not in (select record from changed where relation = '${table}'))`,
    )
    .join(',\n');

const KEYS: Readonly<Record<string, string>> = {
  stage_fact: 'stage_id',
  complaint_fact: 'complaint_id',
  ombudsman_case_fact: 'case_id',
  promise_fact: 'complaint_id',
  call_day: 'offered_on::text',
};

/** The complaints that the cases of one side are of, changed or not. */
const complaintsSql = (side: Side): string => `${side}_complaint as materialized (
  select * from ${side}_complaint_changed
  union all
  select fact.* from insight.complaint_fact fact
  where complaint_id in (select complaint_id from ${side}_case)
    and complaint_id not in (select complaint_id from ${side}_complaint_changed)
    and complaint_id not in (select record from changed where relation = 'complaint_fact'))`;
