import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { Transaction } from '../../platform/transaction/transaction';

/**
 * The complaints whose people are closed to the caller, by a restriction or a conflict of interest, whatever role and clearance
 * open. Throws where nobody asks. It is said of one person: no answer that goes by it is kept for others.
 */
export async function closedComplaints(
  transaction: Transaction,
  schema: string,
): Promise<ReadonlySet<string>> {
  keepNoAnswer(transaction);
  const [row] = await transaction.query<{ closed: readonly string[] | null }>(
    `select "${schema}".closed_complaints() as closed`,
    [],
    { isRepeated: true },
  );
  if (!row?.closed) throw new Error('Nobody asks whose cases could be closed to them');
  return new Set(row.closed);
}
