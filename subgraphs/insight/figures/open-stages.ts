/** SQL of the day on which a stage ended, as far as was known on a day. */
export const endedSql = (asAt: string): string => `(case
  when answered_on <= ${asAt} then answered_on
  when followed_on <= ${asAt} then followed_on
  when closed_on <= ${asAt} then closed_on end)`;

/**
 * SQL of the changes of what is open and overdue: for each stage that ever waits, one where it comes, one where it ends, and
 * the same of its being overdue. `place` is the first of `days` (in order, from 0) on which the change shows, and their
 * number where it shows on none. What ended on the day of its receipt, or nobody knows when, never waits.
 */
export function openStages({
  asAt,
  days,
  where,
}: {
  /** SQL of the day as at which ends are known. */
  readonly asAt: string;
  /** SQL of the days, an array in order. */
  readonly days: string;
  /** SQL that the stages hold. */
  readonly where: readonly string[];
}): string {
  // The days before the day of a change do not show it.
  const placeOf = (day: string) => `width_bucket(${day} - 1, ${days})`;
  const late = 'greatest(received_on, due_on + 1)';
  return `(
    select waiting.*, change.place, change.open, change.overdue
    from (
      select stage_fact.*, null::text as body, ${endedSql(asAt)} as ended_on from insight.stage_fact
      where ${['not ended_without_day', ...where].join(' and ')}
    ) waiting
    cross join lateral (
      select ${placeOf('received_on')} as place, 1 as open, 0 as overdue
      union all select ${placeOf('ended_on')}, -1, 0 where ended_on is not null
      union all select ${placeOf(late)}, 0, 1 where due_on is not null and (ended_on is null or ended_on > ${late})
      union all select ${placeOf('ended_on')}, 0, -1 where due_on is not null and ended_on > ${late}
    ) change
    where ended_on is null or ended_on > received_on
  ) waiting`;
}

/** SQL that is true of a stage that is open on a day. */
export const isOpenSql = (day: string, asAt: string): string =>
  `(received_on <= ${day} and not ended_without_day and coalesce(${endedSql(asAt)} > ${day}, true))`;
