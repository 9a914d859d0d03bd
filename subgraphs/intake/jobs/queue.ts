import type { Clock } from '../../../platform/config/clock';
import type { DataSource, Transaction } from '../../../platform/transaction/transaction';
import { openSession } from '../load/session';
import { takesAdvisoryLock } from '../load/source-lock';
import type { KeptOutcome } from '../tables/jobs';
import { LANES, type Lane } from './lanes';
import { type Begun, endLost, takeNext } from './take-job';

/** How a job ended. */
export interface Ending {
  readonly state: 'done' | 'refused' | 'failed' | 'cancelled';
  readonly outcome?: KeptOutcome;
  readonly refusal?: string;
  readonly message?: string;
  /** Until when its file stays for another job; left out where it may go. */
  readonly keptUntil?: Date;
}

/** How far a job is, and how many there will be, where that is known. */
export interface Far {
  readonly done: number;
  readonly expected: number | null;
}

/** Whether to go on. `lost`: somebody else has taken the job up meanwhile, and nothing that is said of it counts. */
export type GoOn = 'on' | 'cancelled' | 'lost';

/** The jobs that wait, for the one who works on them. Its methods say nothing of a job that another has taken up since. */
export interface Queue {
  /** Begins the one that has waited longest, of other sources than these; null where none waits. */
  next(besides?: readonly string[]): Promise<Begun | null>;
  /** Says how far it is. */
  far(job: Begun, far: Far): Promise<GoOn>;
  /** From here on it cannot be cancelled. */
  beginRecording(job: Begun): Promise<GoOn>;
  end(job: Begun, ending: Ending): Promise<void>;
  /** Lets it wait again: something else is in the way. */
  putBack(job: Begun): Promise<void>;
  /** Lets somebody else work. Always has to follow. */
  close(): Promise<void>;
}

/**
 * Takes the jobs of a lane that wait, and those that lost their process: the lock is a connection's, so a process that is killed
 * leaves it. Null while another process works on them.
 */
export async function openQueue(
  intake: DataSource,
  clock: Clock,
  lane: Lane = 'imports',
): Promise<Queue | null> {
  const { kinds, lock } = LANES[lane];
  const session = await openSession(intake);
  try {
    if (!(await takesAdvisoryLock(session, lock))) {
      await session.end();
      return null;
    }
    await session.inScope((transaction) => endLost(transaction, { kinds, at: clock.now() }));
  } catch (error) {
    await session.end();
    throw error;
  }
  return {
    next: (besides = []) =>
      session.inScope((transaction) => takeNext(transaction, { kinds, at: clock.now(), besides })),
    far: (job, { done, expected }) =>
      session.inScope((transaction) =>
        said(transaction, job, { sets: 'done = $3, expected = $4', values: [done, expected] }),
      ),
    beginRecording: (job) =>
      session.inScope((transaction) =>
        said(transaction, job, { sets: `is_recording = (state = 'working')`, values: [] }),
      ),
    end: (job, ending) =>
      session.inScope((transaction) => end(transaction, job, { ending, at: clock.now() })),
    putBack: (job) =>
      session.inScope(async (transaction) => {
        await said(transaction, job, {
          sets: `state = case when state = 'working' then 'waiting' else 'cancelled' end,
                 ended_at = case when state = 'working' then null else $3::timestamptz end,
                 attempts = attempts - 1, is_recording = false, done = null`,
          values: [clock.now()],
        });
      }),
    close: () => session.end(),
  };
}

/** Changes a job that is still this worker's; a cancelled one is told, whatever was said of it. */
async function said(
  transaction: Transaction,
  { id, attempt }: Pick<Begun, 'id' | 'attempt'>,
  { sets, values }: { readonly sets: string; readonly values: readonly unknown[] },
): Promise<GoOn> {
  const [row] = await transaction.query<{ state: string }>(
    `with said as (
       update intake.job set ${sets} where id = $1 and attempts = $2 and state in ('working', 'cancelling')
       returning state)
     select state from said`,
    [id, attempt, ...values],
  );
  if (row === undefined) return 'lost';
  return row.state === 'cancelling' ? 'cancelled' : 'on';
}

async function end(
  transaction: Transaction,
  { id, attempt }: Pick<Begun, 'id' | 'attempt'>,
  { ending, at }: { readonly ending: Ending; readonly at: Date },
): Promise<void> {
  const { state, outcome, refusal, message, keptUntil } = ending;
  await transaction.query(
    `update intake.job set state = $3, ended_at = $4, outcome = $5::jsonb, refusal = $6, message = $7, kept_until = $8,
       upload = case when $8::timestamptz is null then null else upload end
     where id = $1 and attempts = $2 and state in ('working', 'cancelling')`,
    [
      ...[id, attempt, state, at, outcome === undefined ? null : JSON.stringify(outcome)],
      ...[refusal ?? null, message ?? null, keptUntil ?? null],
    ],
  );
}
