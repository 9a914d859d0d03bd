import { EVERY_DAY } from '../../../counting/day-set';
import { Parameters } from '../../../counting/days-sql';
import type { Context } from '../context';
import { isRecorded } from '../coverage/coverage';
import { isProtected } from '../small-numbers/rule';
import type { CheckedFilter } from './filter';
import { partsSql } from './filter-sql';

/**
 * How many closed complaints of a filter have no day on which they were, whatever its period: no figure counts them. Null
 * where nothing of the streams is recorded that the caller may see, and where small numbers are protected.
 */
export async function closedWithoutDay(
  { filter }: { readonly filter: CheckedFilter },
  { transaction, reference, identity }: Context,
): Promise<number | null> {
  if (isProtected(identity)) return null;
  const { recording } = await reference();
  const cover = { streams: filter.streams, stages: filter.stages, days: EVERY_DAY };
  if (!isRecorded({ figure: 'closed', ...cover }, recording)) return null;
  const parameters = new Parameters();
  const { routes, ...parts } = filter;
  const conditions = ["status = 'CLOSED'", 'closed_on is null', ...partsSql(parts, parameters)];
  if (routes) conditions.push(endedBy(routes, parameters));
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from insight.complaint_fact where ${conditions.join(' and ')}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}

/** How a stage was reached is known of stages alone: a complaint is counted by its latest, as `closed` counts it. */
const endedBy = (routes: readonly string[], parameters: Parameters): string =>
  `exists (select from insight.stage_fact stage
    where stage.complaint_id = complaint_fact.complaint_id and stage.followed_on is null
      and stage.route = any(${parameters.bind(routes, 'text[]')}))`;
