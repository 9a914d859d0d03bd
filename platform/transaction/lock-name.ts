import type { Transaction } from './transaction';

/**
 * Waits until nobody else holds the lock of this name, and holds it until the transaction ends. A name begins with the part's,
 * then what is locked, such as `guidance.article/complaints`: names are one server's. Where it `isShared`, others who share it come in too.
 */
export async function lockName(
  transaction: Transaction,
  name: string,
  { isShared }: { readonly isShared: boolean } = { isShared: false },
): Promise<void> {
  const lock = isShared ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await transaction.query(`select ${lock}(hashtextextended($1, 0))`, [name], { isRepeated: true });
}
