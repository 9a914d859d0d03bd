import type { Parameters } from '../../../../counting/days-sql';
import type { FactTables } from '../../figures/catalogue/counted-facts';
import { CALLS_OFFERED } from '../../figures/catalogue/counted-facts';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type { Checked } from '../../figures/check-question';
import { listedFacts } from '../../figures/listed-facts';
import type { ChangedFacts } from './changed-facts';

/** What a cell asks, as it could be asked then and as it can be now; null where it cannot: a name in it was of nothing. */
export interface CellSides {
  readonly measure: Measure;
  readonly was: Checked | null;
  readonly now: Checked | null;
}

/**
 * SQL of what a cell counted then and no longer counts so, and the other way round: a row for each thing, with how much it
 * counted on either side (null for not at all), whether a rate's numerator held it, and the days that a distribution took.
 */
export function differingSql(
  { measure, was, now }: CellSides,
  changed: ChangedFacts,
  parameters: Parameters,
): string {
  const then = sideSql(measure, { checked: was, tables: changed.was }, parameters);
  const present = sideSql(measure, { checked: now, tables: changed.now }, parameters);
  return `
    select coalesce(now.id, was.id) as id, coalesce(now.subject, was.subject) as subject,
      coalesce(now.day, was.day) as day, coalesce(now.complaint_id, was.complaint_id) as complaint_id,
      coalesce(now.reference, was.reference) as reference, coalesce(now.stage, was.stage) as stage,
      coalesce(now.stream, was.stream) as stream, coalesce(now.record, was.record) as record,
      was.times as was_times, now.times as now_times, was.divided as was_divided, now.divided as now_divided
    from (${then}) was full join (${present}) now on now.id = was.id
    where (was.times, was.divided, was.took) is distinct from (now.times, now.divided, now.took)`;
}

const NOTHING = `select null::text as id, null::text as subject, null::text as record, null::date as day, null::text as complaint_id,
  null::text as reference, null::int as stage, null::text as stream, null::int as times, null::boolean as divided, null::int as took
  where false`;

function sideSql(
  measure: Measure,
  { checked, tables }: { readonly checked: Checked | null; readonly tables: FactTables },
  parameters: Parameters,
): string {
  if (checked === null) return NOTHING;
  const { facts, table, id, subject, day, conditions, numerator } = listedFacts(measure, {
    ...{ parameters, checked, tables },
  });
  // Calls are known by their day alone.
  const own =
    facts === CALLS_OFFERED
      ? 'null::text as complaint_id, null::text as reference, null::int as stage, null::text as stream'
      : 'complaint_id, reference, stage::int as stage, stream';
  const took = MEASURES[measure].kind === 'distribution' ? 'days_to_answer' : 'null::int';
  return `select ${id}::text as id, ${subject}::text as subject, ${facts.record}::text as record, ${day} as day, ${own},
      (${facts.times ?? '1'})::int as times, ${numerator === null ? 'null::boolean' : `coalesce(${numerator()}, false)`} as divided,
      ${took} as took
    from ${table} where ${conditions.join(' and ')}`;
}
