import type { Transaction } from '../../../platform/transaction/transaction';
import { ROLLUPS } from './rollup-tables';

/**
 * Empties the rollups, and leaves them so until `makeAnew`, whatever becomes of the facts in this transaction: a cell that is
 * changed a thousand times within one is found the more slowly each time.
 */
export async function emptyUntilMadeAnew(transaction: Transaction): Promise<void> {
  await transaction.query(`select set_config('insight.roll_up', 'later', true)`);
  for (const { table } of ROLLUPS) await transaction.query(`delete from ${table}`);
}

/** Makes the rollups anew from the facts as they are. From here on they follow again. */
export async function makeAnew(transaction: Transaction): Promise<void> {
  await transaction.query('select insight.roll_up_everything(), insight.roll_up_days_by_service()');
  await transaction.query('delete from insight.rollup_drift');
  await transaction.query(`select set_config('insight.roll_up', '', true)`);
}
