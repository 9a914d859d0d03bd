import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

/**
 * Keeps others from deciding on these runs, or on the rows that they brought, until the transaction ends: an undoing and
 * a correction of what it removes are never both accepted. In the order of their numbers, so that two callers who take
 * several never deadlock.
 */
export async function lockRuns(transaction: Transaction, runIds: readonly number[]): Promise<void> {
  for (const id of [...new Set(runIds)].sort((a, b) => a - b)) {
    await lockName(transaction, `intake.undo/${id}`);
  }
}

/** Whether one of these runs is being undone, or waits to be. Call it under `lockRuns`. */
export async function isBeingUndone(transaction: Transaction, runIds: readonly number[]): Promise<boolean> {
  const waiting = await transaction.query(
    `select from intake.amendment where kind = 'undo' and state = 'pending' and undoes_run_id = any($1::bigint[]) limit 1`,
    [runIds],
  );
  return waiting.length > 0;
}
