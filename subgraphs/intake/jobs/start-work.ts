import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type Added, added, addJob } from './add-job';
import { PRODUCT } from './askers';
import { auditJob } from './audit-job';
import { jobsOf, type ListedJob } from './listed-job';
import { workUnderWay } from './refusals';

/** Long work that is about all that is held: one of a kind at a time. */
export type WorkKind = 'search' | 'rebuild';

type UnderWay = Refused<'WorkUnderWay'> & { readonly job: ListedJob };

/** Adds a search, or rebuilding, in the caller's name; refused while one of its kind waits or is worked on. */
export async function startWork(context: OperationContext, kind: WorkKind): Promise<Added | UnderWay> {
  const { transaction, identity, clock } = context;
  const before = await underWay(transaction, kind);
  if (before !== null) {
    const [job] = await jobsOf(transaction, [before]);
    if (!job) throw new Error('Long work that is under way is not there');
    return { ...workUnderWay, job };
  }
  const id = await addJob(transaction, { kind, askedBy: identity.subject, at: clock.now() });
  if (id === null) throw new Error('Long work was not added');
  await auditJob(context, 'JOB_START', id);
  return added(transaction, id);
}

/** Adds what the product, or a command, does by itself, unless one of its kind waits or is worked on. */
export async function addWork(transaction: Transaction, kind: WorkKind, at: Date): Promise<void> {
  if ((await underWay(transaction, kind)) === null) await addJob(transaction, { kind, askedBy: PRODUCT, at });
}

/** The number of the one that has not ended; null where there is none, and none can come before the transaction ends. */
async function underWay(transaction: Transaction, kind: WorkKind): Promise<number | null> {
  await lockName(transaction, `intake.jobs.new/${kind}`);
  const [job] = await transaction.query<{ id: number }>(
    `select id from intake.job where kind = $1 and state in ('waiting', 'working', 'cancelling') limit 1`,
    [kind],
  );
  return job === undefined ? null : Number(job.id);
}
