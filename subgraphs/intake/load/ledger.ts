import type { Transaction } from '../../../platform/transaction/transaction';
import { LoadRefused } from './types';

/** What the ledger has to know of an import that begins. */
export interface Beginning {
  readonly source: string;
  /** The file's name without its folder. */
  readonly file: string;
  readonly at: Date;
  /** The amendment that the run carries out; null for a file. */
  readonly amendmentId: number | null;
  /** The long work that the run belongs to; null where it belongs to none. */
  readonly jobId?: number | null;
}

/**
 * Opens a run in the ledger and returns its number. Only the holder of the source's lock may: whatever else is
 * `running` there has lost its process, and is marked so.
 */
export async function openRun(
  transaction: Transaction,
  { source, file, at, amendmentId, jobId = null }: Beginning,
): Promise<number> {
  await transaction.query(
    `update intake.import_run set state = 'interrupted', ended_at = $2 where source = $1 and state = 'running'`,
    [source, at],
  );
  const [run] = await transaction.query<{ id: number }>(
    `insert into intake.import_run (id, source, file, state, started_at, kind, amendment_id, job_id)
     values (nextval('intake.run_number'), $1, $2, 'running', $3, $4, $5, $6) returning id`,
    [source, file, at, amendmentId === null ? 'file' : 'correction', amendmentId, jobId],
  );
  if (!run) throw new Error('The ledger opened no run');
  return Number(run.id);
}

/** The numbers of the runs that depend on a run and are in effect, the oldest first. */
export async function runsDependingOn(transaction: Transaction, runId: number): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(
    `select run.id from intake.run_basis as basis join intake.import_run as run on run.id = basis.run_id
     where basis.on_run_id = $1 and run.state = 'loaded' order by run.id`,
    [runId],
  );
  return rows.map(({ id }) => Number(id));
}

/** Writes down an import that was refused before it could begin. */
export async function noteRefusal(
  transaction: Transaction,
  { source, file, at }: Beginning,
  code: string,
): Promise<void> {
  await transaction.query(
    `insert into intake.import_run (id, source, file, state, started_at, ended_at, refusal)
     values (nextval('intake.run_number'), $1, $2, 'refused', $3, $3, $4)`,
    [source, file, at, code],
  );
}

/** Closes a run that loaded nothing. One that is closed already stays as it is. */
export async function closeRun(
  transaction: Transaction,
  {
    runId,
    at,
    state,
    refusal,
  }: { runId: number; at: Date; state: 'refused' | 'failed'; refusal: string | null },
): Promise<void> {
  await transaction.query(
    `update intake.import_run set state = $2, ended_at = $3, refusal = $4 where id = $1 and state = 'running'`,
    [runId, state, at, refusal],
  );
}

/**
 * The refusal of any change of a source while one of its runs is being undone: its rows are still held though their
 * records are removed, and a file would be compared with them. Null while none is.
 */
export async function undoUnderWay(transaction: Transaction, source: string): Promise<LoadRefused | null> {
  const [run] = await transaction.query<{ id: number; file: string }>(
    `select id, file from intake.import_run where source = $1 and state = 'undoing'`,
    [source],
  );
  if (!run) return null;
  return new LoadRefused(
    'UNDO_RUNNING',
    `Run ${run.id} of ${source} (${run.file}) is being undone. Wait until that is done and import again; if the product does not run, start it, or call npm run amend.`,
  );
}

/** The refusal of an import while another of the same source is under way. */
export async function alreadyRunning(transaction: Transaction, source: string): Promise<LoadRefused> {
  const [run] = await transaction.query<{ id: number; file: string; started_at: Date }>(
    `select id, file, started_at from intake.import_run
     where source = $1 and state = 'running' order by id desc limit 1`,
    [source],
  );
  const who = run
    ? `${run.file} has been loading as ${source} since ${printableMoment(run.started_at)} (run ${run.id}).`
    : `Another import of ${source}, or a dry run of one, is under way.`;
  return new LoadRefused(
    'IMPORT_RUNNING',
    `${who} Two at once would not know of each other's rows. Wait until it has ended, or end its process, and import again.`,
  );
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
const CALENDAR = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

const printableMoment = (at: Date): string => `${CLOCK.format(at)} on ${CALENDAR.format(at)}`;
