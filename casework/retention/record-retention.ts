import type { AuditAction } from '../../platform/audit/actions';
import { recordAudit } from '../../platform/audit/record';
import type { StreamContext } from '../reading/loaders';

/** Notes what was done: to a complaint, or to all of the stream, which its name stands for. What was loaded before is read anew. */
export async function recordRetention(
  context: StreamContext,
  { action, complaintId }: { readonly action: AuditAction; readonly complaintId: string | null },
): Promise<void> {
  const { name: schema } = context.stream;
  if (complaintId !== null) {
    context.complaints.clear(complaintId);
    context.accounts.clear(complaintId);
    context.ownAccountOfStage.clearAll();
  }
  await recordAudit(context, { schema, action, recordIds: [complaintId ?? schema] });
}
