import type { Transaction } from '../../../platform/transaction/transaction';
import { QUEUE_LOCK } from './queue-lock';

/** Whether an import waits, or has lost its process, and nobody works on any. */
export async function hasJobs(transaction: Transaction): Promise<boolean> {
  const [row] = await transaction.query<{ waits: boolean }>(
    `select exists (
       select from intake.job
       where state in ('waiting', 'working', 'cancelling') and kind in ('import', 'dry_run')) as waits`,
  );
  if (row?.waits !== true) return false;
  const [lock] = await transaction.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock_shared(${QUEUE_LOCK}) as free`,
  );
  return lock?.free === true;
}

/** The uploads whose files some job still needs. */
export async function uploadsInUse(transaction: Transaction, at: Date): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ upload: string }>(
    `select upload from intake.job
     where upload is not null and (state in ('waiting', 'working', 'cancelling') or kept_until > $1)`,
    [at],
  );
  return new Set(rows.map(({ upload }) => upload));
}
