import type { Transaction } from '../../../platform/transaction/transaction';
import type { UndoRequest } from './types';

type Undoing = Pick<UndoRequest, 'amendmentId' | 'at'>;

/** Whether somebody has cancelled an undo. Its job is locked until the transaction ends: who cancels it later is told that it was begun. */
export async function isUndoCancelled(transaction: Transaction, { amendmentId }: Undoing): Promise<boolean> {
  const [job] = await transaction.query<{ state: string }>(
    'select state from intake.job where amendment_id = $1 for update',
    [amendmentId],
  );
  return job?.state === 'cancelling';
}

/** Says of an undo's job that it was begun, and of how many records, once that is known. From here on it goes on to its end. */
export const noteBegun = (
  transaction: Transaction,
  { amendmentId, at, expected }: Undoing & { readonly expected: number | null },
): Promise<unknown> =>
  transaction.query(
    `update intake.job set state = 'waiting', is_recording = true, done = 0, expected = $2,
       started_at = coalesce(started_at, $3)
     where amendment_id = $1`,
    [amendmentId, expected, at],
  );

/** Says how many records of an undo are as they were. */
export const noteUndone = (transaction: Transaction, amendmentId: number, done: number): Promise<unknown> =>
  transaction.query('update intake.job set done = least($2, expected) where amendment_id = $1', [
    amendmentId,
    done,
  ]);

/** Says that an undo was cancelled before it had changed anything. */
export const noteCancelled = (transaction: Transaction, { amendmentId, at }: Undoing): Promise<unknown> =>
  transaction.query('update intake.job set ended_at = $2 where amendment_id = $1', [amendmentId, at]);
