import type { OperationContext } from '../server/subgraph';
import { keepNoAnswer } from '../transaction/kept-answers';
import type { Transaction } from '../transaction/transaction';
import type { AuditAction } from './actions';

const noted = new WeakSet<Transaction>();

/** Whether something was noted in the transaction: undone, what it let be read may not leave either. */
export const hasNoted = (transaction: Transaction): boolean => noted.has(transaction);

/**
 * Notes that the caller of an operation did `action` to each of `recordIds`, in the operation's own transaction:
 * what cannot be noted is not done. Each entry is signed: one that somebody else adds to the table is none of ours.
 */
export async function recordAudit(
  { transaction, identity, requestId, auditSigner }: OperationContext,
  { schema, action, recordIds }: { schema: string; action: AuditAction; recordIds: readonly string[] },
): Promise<void> {
  noted.add(transaction);
  // Whoever is given the same again reads it too.
  keepNoAnswer(transaction);
  const { subject: actor, role } = identity;
  const signed = recordIds.map((recordId) =>
    auditSigner.sign({ schema, actor, role, action, recordId, requestId }),
  );
  await transaction.query(
    `insert into "${schema}".audit_entry (actor, role, action, record_id, request_id, nonce, signature)
     select $1, $2, $3, record_id, $5, nonce, signature
     from unnest($4::text[], $6::uuid[], $7::text[]) as signed (record_id, nonce, signature)`,
    [
      ...[actor, role, action, recordIds, requestId],
      ...[signed.map(({ nonce }) => nonce), signed.map(({ signature }) => signature)],
    ],
  );
}
