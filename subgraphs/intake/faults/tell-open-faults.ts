import { faultsCounted } from '../../../contracts/events/faults-counted';
import { publish } from '../../../platform/outbox/outbox';
import type { SelfCheck } from '../../../platform/server/self-check';
import type { Transaction } from '../../../platform/transaction/transaction';

/** A report that is frozen within so many seconds of a change may not know of it yet. */
const EVERY_MILLIS = 5_000;

interface Told {
  keeper: string;
  openFaults: number;
  quarantinedRows: number;
  version: number;
}

const CHANGED = `
  with counted as (
    select keeper, sum(faults)::int as faults, sum(quarantined)::int as quarantined from (
      select owner as keeper, count as faults, 0 as quarantined from intake.fault_tally where state = 'open'
      union all select owner, 0, count from intake.quarantine_tally where state = 'open'
      union all select keeper, 0, 0 from intake.told_faults) summed
    where keeper is not null group by keeper)
  insert into intake.told_faults as told (keeper, open_faults, quarantined_rows, version)
  select keeper, faults, quarantined, 1 from counted
  on conflict (keeper) do update set open_faults = excluded.open_faults,
    quarantined_rows = excluded.quarantined_rows, version = told.version + 1
    where (told.open_faults, told.quarantined_rows) is distinct from (excluded.open_faults, excluded.quarantined_rows)
  returning keeper, open_faults as "openFaults", quarantined_rows as "quarantinedRows", version::int as version`;

/** Publishes how much of each keeper's records waits to be put right, where it is not what was told before. */
export async function tellOpenFaults(transaction: Transaction): Promise<void> {
  const told = await transaction.query<Told>(CHANGED);
  await publish(
    transaction,
    'intake',
    told.map(({ version, ...payload }) => faultsCounted.event({ subject: payload.keeper, version, payload })),
  );
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
