import type { Transaction } from '../../../platform/transaction/transaction';

/** Says of the figures that were counted that they are not current: the facts are built anew, from as far as they had come before. */
export async function forgetCounted(transaction: Transaction): Promise<void> {
  await transaction.query('update insight.figure_set set state = null');
}
