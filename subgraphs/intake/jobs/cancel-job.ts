import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { LEDGER_CHANGES } from '../duplicates/search';
import type { JobRow } from '../tables/jobs';
import { auditJob } from './audit-job';
import { jobsOf, type ListedJob } from './listed-job';
import { jobEnded, jobNotFound, tooLateToCancel, tooLateToKeep } from './refusals';

interface Cancelled {
  readonly __typename: 'JobCancelled';
  readonly job: ListedJob;
}

type Cancelling = Pick<JobRow, 'kind' | 'state' | 'is_recording'>;

/** Whether cancelling would end it without a trace: before it has recorded, or removed, anything. */
export const canBeCancelled = ({ state, is_recording }: Cancelling): boolean =>
  (state === 'waiting' || state === 'working') && !is_recording;

/** Cancels what has recorded nothing yet: at once while it waits, else within moments. Asked again it changes nothing. */
export async function cancelJob(
  context: OperationContext,
  id: number,
): Promise<Cancelled | Refused<'JobNotFound' | 'JobEnded' | 'TooLateToCancel'>> {
  const { transaction } = context;
  // Locked first, then read: of an undo its amendment and its run say how it stands.
  await transaction.query('select from intake.job where id = $1 for update', [id]);
  const [held] = await jobsOf(transaction, [id]);
  if (!held) return jobNotFound;
  if (held.state === 'done' || held.state === 'refused' || held.state === 'failed') return jobEnded;
  if (held.state === 'waiting' || held.state === 'working') {
    if (!canBeCancelled(held)) return held.kind === 'undo' ? tooLateToKeep : tooLateToCancel;
    // Whoever carries out decisions says of an undo that nothing comes of it.
    await mark(context, { id, isWaiting: held.state === 'waiting' && held.kind !== 'undo' });
    await auditJob(context, 'JOB_CANCEL', id);
  }
  const [job] = await jobsOf(transaction, [id]);
  return job ? { __typename: 'JobCancelled', job } : jobNotFound;
}

function mark(
  { transaction, identity, clock }: OperationContext,
  { id, isWaiting }: { readonly id: number; readonly isWaiting: boolean },
): Promise<unknown> {
  const state = isWaiting ? 'cancelled' : 'cancelling';
  return transaction.query(
    // A cancelled search does not begin again by itself before something else has been imported or undone.
    `update intake.job set state = $2, cancelled_by = $3, ended_at = $4,
       put_off_at = case when kind = 'search' then ${LEDGER_CHANGES} end
     where id = $1`,
    [id, state, identity.subject, isWaiting ? clock.now() : null],
  );
}

/** Notes that the one who asked has looked at what came of it; nobody else's looking counts. */
export async function seeJob(
  { transaction, identity, clock }: OperationContext,
  id: number,
): Promise<{ readonly __typename: 'JobSeen'; readonly job: ListedJob } | Refused<'JobNotFound'>> {
  await transaction.query(
    'update intake.job set seen_at = $3 where id = $1 and asked_by = $2 and seen_at is null',
    [id, identity.subject, clock.now()],
  );
  const [job] = await jobsOf(transaction, [id]);
  return job ? { __typename: 'JobSeen', job } : jobNotFound;
}
