import type { OperationContext } from '../server/subgraph';
import { keepNoAnswer } from '../transaction/kept-answers';
import type { Transaction } from '../transaction/transaction';
import type { AuditAction } from './actions';
import type { SignedFields } from './signer';

const noted = new WeakSet<Transaction>();

/** Whether something was noted in the transaction: undone, what it let be read may not leave either. */
export const hasNoted = (transaction: Transaction): boolean => noted.has(transaction);

/**
 * Notes that the caller of an operation did `action` to each of `recordIds`, in the operation's own transaction:
 * what cannot be noted is not done. Each entry is signed: one that somebody else adds to the table is none of ours.
 */
export async function recordAudit(
  context: OperationContext,
  { schema, action, recordIds }: { schema: string; action: AuditAction; recordIds: readonly string[] },
): Promise<void> {
  noted.add(context.transaction);
  // Whoever is given the same again reads it too.
  keepNoAnswer(context.transaction);
  const { subject: actor, role } = context.identity;
  const { requestId } = context;
  await writeEntries(context, {
    schema,
    entries: recordIds.map((recordId) => ({ actor, role, action, recordId, requestId })),
  });
}

/** What somebody did, or was refused. */
export type AuditedAct = Pick<SignedFields, 'actor' | 'role' | 'recordId' | 'requestId'> & {
  readonly action: AuditAction;
};

/** Writes entries whoever acted, as far as the log's policy lets the caller: nobody but a gateway tells of others. */
export async function writeEntries(
  { transaction, auditSigner }: Pick<OperationContext, 'transaction' | 'auditSigner'>,
  { schema, entries }: { readonly schema: string; readonly entries: readonly AuditedAct[] },
): Promise<void> {
  const signed = entries.map((entry) => ({ ...entry, ...auditSigner.sign({ schema, ...entry }) }));
  await transaction.query(
    `insert into "${schema}".audit_entry (actor, role, action, record_id, request_id, nonce, signature)
     select actor, role, action, "recordId", "requestId", nonce, signature
     from jsonb_to_recordset($1::jsonb) as signed (
       actor text, role text, action text, "recordId" text, "requestId" text, nonce uuid, signature text)`,
    [JSON.stringify(signed)],
    { isRepeated: true },
  );
}
