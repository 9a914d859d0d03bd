import { type FaultsCounted, faultsCounted } from '../../../contracts/events/faults-counted';
import { publish } from '../../../platform/outbox/outbox';
import type { SelfCheck } from '../../../platform/server/self-check';
import type { Transaction } from '../../../platform/transaction/transaction';
import { TOUCHES_FIGURES } from './faults';

/** A report that is frozen within so many seconds of a change may not know of it yet. */
const EVERY_MILLIS = 5_000;

/**
 * Names how the lists stand. Each statement that changes one adds to its tally; the days of what tells none are those of its
 * import. What commits between this and the counting is counted twice, and told once.
 */
const STANDS = `concat_ws(' ',
  (select concat(count(*), '-', max(id)) from intake.fault_tally),
  (select concat(count(*), '-', max(id)) from intake.quarantine_tally),
  (select concat(count(*) filter (where state = 'loaded'), '-', max(id)) from intake.import_run))`;

/** What waits, by the months that it speaks of: as `narrowToDays` leaves it for a period of whole months. */
const COUNTED = `
  with waiting as (
    select owner, run_id, first_day, last_day, 1 as faults, 0 as quarantined from intake.fault
      where state = 'open' and ${TOUCHES_FIGURES}
    union all
    select owner, last_run_id, first_day, last_day, 0, 1 from intake.quarantined_row where state = 'open'),
  by_month as (
    select owner as keeper, sum(waiting.faults)::int as faults, sum(waiting.quarantined)::int as quarantined,
      to_char(case when waiting.last_day is null then run.first_day else waiting.first_day end, 'YYYY-MM') as from_month,
      to_char(coalesce(waiting.last_day, run.last_day), 'YYYY-MM') as to_month
    from waiting join intake.import_run as run on run.id = run_id
    where owner is not null group by owner, from_month, to_month)
  select keeper, sum(faults)::int as faults, sum(quarantined)::int as quarantined,
    jsonb_agg(jsonb_build_object('from', from_month, 'to', to_month, 'openFaults', faults, 'quarantinedRows', quarantined)
      order by from_month, to_month) as months
  from by_month group by keeper`;

const CHANGED = `
  with counted as (${COUNTED}),
  all_counted as (
    select * from counted
    union all select keeper, 0, 0, '[]' from intake.told_faults where keeper not in (select keeper from counted))
  insert into intake.told_faults as told (keeper, open_faults, quarantined_rows, months, version)
  select keeper, faults, quarantined, months, 1 from all_counted
  on conflict (keeper) do update set open_faults = excluded.open_faults,
    quarantined_rows = excluded.quarantined_rows, months = excluded.months, version = told.version + 1
    where told.months is distinct from excluded.months
  returning keeper, open_faults as "openFaults", quarantined_rows as "quarantinedRows", months, version::int as version`;

/** Publishes how much of each keeper's records waits to be put right, where it is not what was told before. */
export async function tellOpenFaults(transaction: Transaction): Promise<void> {
  const [now] = await transaction.query<{ stands: string; isCounted: boolean }>(
    `select stands, exists (select from intake.told_faults where counted_at = stands) as "isCounted"
     from (select ${STANDS} as stands) as now`,
  );
  if (now?.isCounted) return;
  const told = await transaction.query<FaultsCounted & { version: number }>(CHANGED);
  await publish(
    transaction,
    'intake',
    told.map(({ version, ...payload }) => faultsCounted.event({ subject: payload.keeper, version, payload })),
  );
  await transaction.query('update intake.told_faults set counted_at = $1', [now?.stands]);
}

/**
 * Tells it as long as intake runs. What people and imports change is counted when they have committed, since two at once
 * would each publish a sum without the other's.
 */
export const openFaultsTelling: SelfCheck = {
  name: 'open faults',
  firstAfterMillis: 1_000,
  everyMillis: EVERY_MILLIS,
  role: 'import',
  async run(transaction) {
    await tellOpenFaults(transaction);
    return [];
  },
};
