import type { List } from '../../../platform/lists/list';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { AmendmentState } from '../tables/amendments';
import type { JobRow, JobState } from '../tables/jobs';
import type { RunState } from '../tables/ledger';

/** A job, with what others know of how it stands. */
export interface ListedJob extends JobRow {
  /** The run that it made, or that it undoes. */
  readonly run_id: number | null;
}

/** Of an undo, the amendment says how it stands, and the run when it ended. */
interface JoinedJob extends JobRow {
  readonly made_run_id: number | null;
  readonly decision_state: AmendmentState | null;
  readonly decision_refusal: string | null;
  readonly undone_run_id: number | null;
  readonly undone_state: RunState | null;
  readonly undone_at: Date | null;
}

const TABLE = `intake.job as job
  left join intake.amendment as decision on decision.id = job.amendment_id
  left join intake.import_run as undone on undone.id = decision.undoes_run_id`;

const SELECT = `
  select job.*, decision.state as decision_state, decision.refusal as decision_refusal,
    undone.id as undone_run_id, undone.state as undone_state, undone.undone_at,
    (select max(made.id) from intake.import_run as made where made.job_id = job.id) as made_run_id
  from ${TABLE}`;

/** SQL that is true of what has not ended. */
export const UNDER_WAY = `coalesce(decision.state = 'pending', job.state in ('waiting', 'working', 'cancelling'))`;

export const JOBS: List<JoinedJob, ListedJob> = {
  field: 'jobs',
  table: TABLE,
  order: { 'job.id': 'bigint' },
  direction: 'desc',
  select: (rows) => `${SELECT} ${rows}`,
  keyOf: ({ id }) => [id],
  nodeOf: asListed,
};

/** The jobs with these numbers that the caller may see; null for others. */
export async function jobsOf(
  transaction: Transaction,
  ids: readonly number[],
): Promise<(ListedJob | null)[]> {
  const rows = await transaction.query<JoinedJob>(`${SELECT} where job.id = any($1::bigint[])`, [ids]);
  const found = new Map(rows.map((row) => [Number(row.id), asListed(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The job that carries out an amendment; null where there is none, or not the caller's to see. */
export async function jobOfAmendment(
  transaction: Transaction,
  amendmentId: number,
): Promise<ListedJob | null> {
  const [row] = await transaction.query<JoinedJob>(`${SELECT} where job.amendment_id = $1`, [amendmentId]);
  return row === undefined ? null : asListed(row);
}

/** How many are told at once. */
const MOST_UNSEEN = 10;

/** What somebody asked for, that has ended, and that they have not looked at; the newest first. */
export async function unseenJobsOf(transaction: Transaction, subject: string): Promise<ListedJob[]> {
  const rows = await transaction.query<JoinedJob>(
    `${SELECT} where job.asked_by = $1 and job.seen_at is null and job.state <> 'cancelled' and not ${UNDER_WAY}
     order by job.id desc limit ${MOST_UNSEEN}`,
    [subject],
  );
  return rows.map(asListed);
}

function asListed(row: JoinedJob): ListedJob {
  const run_id = row.undone_run_id ?? row.made_run_id;
  if (row.decision_state === null) return { ...row, run_id };
  const isCancelled = row.decision_refusal === CANCELLED;
  return {
    ...row,
    run_id,
    state: stateOfUndo(row, row.decision_state),
    refusal: isCancelled ? null : row.decision_refusal,
    message: row.decision_refusal === null ? null : isCancelled ? AS_IT_WAS : NOT_UNDONE,
    ended_at: row.decision_state === 'pending' ? null : (row.undone_at ?? row.ended_at),
  };
}

const CANCELLED = 'CANCELLED';
const NOT_UNDONE = 'The import was not undone: a later one depends on it by now. Undo that one first.';
const AS_IT_WAS = 'The import was not undone: it is in effect as before.';

function stateOfUndo(
  { state, decision_refusal, undone_state }: JoinedJob,
  decision: AmendmentState,
): JobState {
  if (decision === 'refused') return decision_refusal === CANCELLED ? 'cancelled' : 'refused';
  if (decision !== 'pending') return 'done';
  if (undone_state === 'undoing') return 'working';
  return state === 'cancelling' ? 'cancelling' : 'waiting';
}
