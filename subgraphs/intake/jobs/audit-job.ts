import type { AuditAction } from '../../../platform/audit/actions';
import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';

/** What people do to jobs. */
type JobAction = Extract<AuditAction, `JOB_${string}` | 'IMPORT_SEND' | 'IMPORT_REHEARSE' | 'IMPORT_START'>;

/** Notes who did what to a job. Its number stands behind a word, since imports are numbered too. */
export const auditJob = (context: OperationContext, action: JobAction, id: number): Promise<void> =>
  recordAudit(context, { schema: 'intake', action, recordIds: [`job/${id}`] });
