import type { AuditAction } from '../../platform/audit/actions';
import { recordAudit } from '../../platform/audit/record';
import { lockName } from '../../platform/transaction/lock-name';
import type { StreamContext } from '../reading/loaders';
import { closedComplaints } from './closed-complaints';
import { publishClosed } from './publish-closed';

/** A complaint to which something is done, under its lock. */
export interface LockedCase {
  readonly stageIds: readonly string[];
  readonly isRestricted: boolean;
  /** Whether its people are closed to the caller. */
  readonly isClosed: boolean;
}

/** What changes whether a case is closed to anybody. */
const CLOSES: ReadonlySet<AuditAction> = new Set([
  ...(['CASE_RESTRICT', 'RESTRICTION_LIFT', 'CONFLICT_RECORD', 'CONFLICT_WITHDRAW'] as const),
]);

/** The name of the lock that whoever does something to a complaint holds. */
export const caseLock = (schema: string, complaintId: string): string => `${schema}.case/${complaintId}`;

/** Others who do something to the case wait for this transaction. Null where there is no such complaint for the caller. */
export async function lockCase(context: StreamContext, complaintId: string): Promise<LockedCase | null> {
  const { transaction, stream } = context;
  const { name: schema } = stream;
  // Sent together and answered in this order: what is read stood when the lock was had.
  const [, stages, closed] = await Promise.all([
    lockName(transaction, caseLock(schema, complaintId)),
    transaction.query<{ id: string; restricted: boolean }>(
      `select id, complaint_id = any ((select "${schema}".restricted_complaints())::text[]) as restricted
       from "${schema}".stage where complaint_id = $1`,
      [complaintId],
      { isRepeated: true },
    ),
    closedComplaints(transaction, schema),
  ]);
  if (stages.length === 0) return null;
  return {
    stageIds: stages.map(({ id }) => id),
    isRestricted: stages.some(({ restricted }) => restricted),
    isClosed: closed.has(complaintId),
  };
}

/** Notes what was done to a complaint, and has it read anew by what is asked of it in the same operation. */
export async function noteOfCase(
  context: StreamContext,
  { action, complaintId }: { readonly action: AuditAction; readonly complaintId: string },
): Promise<void> {
  context.complaints.clear(complaintId);
  context.closed.forget();
  const { name: schema } = context.stream;
  await recordAudit(context, { schema, action, recordIds: [complaintId] });
  // What was opened by a reason is as closed as before to whoever keeps records as they came.
  if (CLOSES.has(action))
    await publishClosed(context.transaction, schema, { complaintIds: [complaintId], isClosedAlone: false });
}
