import type { Transaction } from '../../../platform/transaction/transaction';
import { hasUnsearched } from '../duplicates/search';
import { LANES, type Lane } from './lanes';

/** Whether work of a lane waits, or has lost its process, and nobody works on any. */
export async function hasWork(transaction: Transaction, lane: Lane): Promise<boolean> {
  const [row] = await transaction.query<{ waits: boolean }>(
    `select exists (
       select from intake.job
       where state in ('waiting', 'working', 'cancelling') and kind = any ($1)) as waits`,
    [LANES[lane].kinds],
  );
  if (row?.waits !== true) return false;
  const [lock] = await transaction.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock_shared(${LANES[lane].lock}) as free`,
  );
  return lock?.free === true;
}

/** Whether a search for likely duplicates waits, or imports have changed what none has searched. */
export const waitsForSearch = async (transaction: Transaction): Promise<boolean> =>
  (await hasUnsearched(transaction)) || (await hasWork(transaction, 'search'));

/** The uploads whose files some job still needs. */
export async function uploadsInUse(transaction: Transaction, at: Date): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ upload: string }>(
    `select upload from intake.job
     where upload is not null and (state in ('waiting', 'working', 'cancelling') or kept_until > $1)`,
    [at],
  );
  return new Set(rows.map(({ upload }) => upload));
}
