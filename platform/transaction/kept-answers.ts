import type { Transaction } from './transaction';

const unkept = new WeakSet<Transaction>();

/**
 * Says that an answer made in the transaction goes by more than the state of its part (what was noted of it, or what nobody
 * watches for changes): nobody keeps it.
 */
export const keepNoAnswer = (transaction: Transaction): void => void unkept.add(transaction);

/** Whether an answer made in the transaction is the same for as long as its part's state is. */
export const mayKeepAnswer = (transaction: Transaction): boolean => !unkept.has(transaction);
