import type { OperationContext } from '../server/subgraph';
import { keepNoAnswer } from '../transaction/kept-answers';
import type { Transaction } from '../transaction/transaction';
import type { AuditAction } from './actions';

const noted = new WeakSet<Transaction>();

/** Whether something was noted in the transaction: undone, what it let be read may not leave either. */
export const hasNoted = (transaction: Transaction): boolean => noted.has(transaction);

/**
 * Notes that the caller of an operation did `action` to each of `recordIds`, in the operation's own transaction:
 * what cannot be noted is not done.
 */
export async function recordAudit(
  { transaction, identity, requestId }: OperationContext,
  { schema, action, recordIds }: { schema: string; action: AuditAction; recordIds: readonly string[] },
): Promise<void> {
  noted.add(transaction);
  // Whoever is given the same again reads it too.
  keepNoAnswer(transaction);
  await transaction.query(
    `insert into "${schema}".audit_entry (actor, role, action, record_id, request_id)
     select $1, $2, $3, unnest($4::text[]), $5`,
    [identity.subject, identity.role, action, recordIds, requestId],
  );
}
