import type { Transaction } from '../../../platform/transaction/transaction';
import type { JobKind, JobRow, KeptOutcome } from '../tables/jobs';

/** A job that was begun, and the how-manieth time that is. */
export interface Begun {
  readonly id: number;
  readonly attempt: number;
  readonly kind: JobKind;
  readonly source: string;
  readonly file: string;
  readonly upload: string;
}

/** After so many times a job whose process is killed is given up: it may be what kills it. */
const MOST_ATTEMPTS = 5;

const givenUp = (kind: JobKind): string =>
  `Its process ended each of the times that it was begun, and nobody knows why. Look into the log of the product, then ${
    kind === 'search' || kind === 'rebuild'
      ? 'ask for it again: nothing is half done.'
      : 'load the file again: that completes what was begun, and nothing is counted twice.'
  }`;

interface Taking {
  readonly kinds: readonly JobKind[];
  readonly at: Date;
}

/** Begins the one of these kinds that has waited longest, of other sources than `besides`. */
export async function takeNext(
  transaction: Transaction,
  { kinds, at, besides }: Taking & { readonly besides: readonly string[] },
): Promise<Begun | null> {
  const [row] = await transaction.query<JobRow>(
    `with taken as (
       update intake.job set state = 'working', attempts = attempts + 1, started_at = coalesce(started_at, $1),
         is_recording = false, done = null, expected = null
       where id = (select id from intake.job where state = 'waiting' and kind = any ($2)
         and (source is null or source <> all ($3::text[])) order by id limit 1)
         and state = 'waiting'
       returning *)
     select * from taken`,
    [at, kinds, besides],
  );
  if (!row) return null;
  const { id, attempts, kind, source, file, upload } = row;
  return {
    ...{ id: Number(id), attempt: attempts, kind },
    ...{ source: source ?? '', file: file ?? '', upload: upload ?? '' },
  };
}

interface LostJob {
  readonly id: number;
  readonly state: string;
  readonly kind: JobKind;
  readonly attempts: number;
  readonly run_id: number | null;
}

/**
 * Settles what was being worked on when its process ended, for whoever holds the queue's lock: what its run says was
 * loaded is done, what was being cancelled is cancelled, and all else waits for another attempt.
 */
export async function endLost(transaction: Transaction, { kinds, at }: Taking): Promise<void> {
  const lost = await transaction.query<LostJob>(
    `select job.id, job.state, job.kind, job.attempts, run.id as run_id
     from intake.job left join intake.import_run as run
       on run.job_id = job.id and run.state in ('loaded', 'undoing', 'undone')
     where job.state in ('working', 'cancelling') and job.kind = any ($1)`,
    [kinds],
  );
  for (const { id, state, kind, attempts, run_id } of lost) {
    if (run_id !== null) await done(transaction, { id, at, outcome: await outcomeOf(transaction, run_id) });
    else if (state === 'cancelling') await close(transaction, { id, at, state: 'cancelled', message: null });
    else if (attempts >= MOST_ATTEMPTS)
      await close(transaction, { id, at, state: 'failed', message: givenUp(kind) });
    else await transaction.query(`update intake.job set state = 'waiting' where id = $1`, [id]);
  }
}

const close = (
  transaction: Transaction,
  given: { readonly id: number; readonly at: Date; readonly state: string; readonly message: string | null },
): Promise<unknown> =>
  transaction.query(
    `update intake.job set state = $2, ended_at = $3, message = $4, refusal = case when $4::text is null then null else 'GIVEN_UP' end
     where id = $1`,
    [given.id, given.state, given.at, given.message],
  );

const done = (
  transaction: Transaction,
  { id, at, outcome }: { readonly id: number; readonly at: Date; readonly outcome: KeptOutcome },
): Promise<unknown> =>
  transaction.query(
    `update intake.job set state = 'done', ended_at = $2, outcome = $3::jsonb, upload = null where id = $1`,
    [id, at, JSON.stringify(outcome)],
  );

interface RunCounted extends Omit<KeptOutcome, 'notes' | 'faults' | 'leftOutFor'> {
  readonly tallies: readonly { readonly kind: string; readonly name: string; readonly count: number }[];
}

/** What the ledger says of a run: without places and notes, which only its process knew. */
async function outcomeOf(transaction: Transaction, runId: number): Promise<KeptOutcome> {
  const [run] = await transaction.query<RunCounted>(
    `select coalesce(read, 0) as read, coalesce(loaded, 0) as loaded, coalesce(updated, 0) as updated,
       coalesce(copies, 0) as copies, coalesce(left_out, 0) as "leftOut", coalesce(quarantined, 0) as quarantined,
       (select coalesce(json_agg(tally order by tally.count desc, tally.name), '[]')
        from intake.run_tally as tally where tally.run_id = run.id) as tallies
     from intake.import_run as run where run.id = $1`,
    [runId],
  );
  if (!run) throw new Error('The ledger has lost a run');
  const { tallies, ...counts } = run;
  const of = (wanted: string) => tallies.filter(({ kind }) => kind === wanted);
  return {
    ...counts,
    leftOutFor: of('left_out').map(({ name, count }) => ({ name, count })),
    faults: of('fault').map(({ name, count }) => ({ code: name, count, action: '', first: [] })),
    notes: [],
  };
}
