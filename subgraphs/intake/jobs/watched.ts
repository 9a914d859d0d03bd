import type { DataSource, Transaction } from '../../../platform/transaction/transaction';
import { openSession } from '../load/session';
import { takesAdvisoryLock } from '../load/source-lock';
import type { JobRow } from '../tables/jobs';
import { addJob } from './add-job';
import { WATCHED_FOLDER } from './askers';

/** The number of the lock of whoever looks at the watched folder, in SQL. */
const LOOK_LOCK = `hashtextextended('intake.jobs/watched', 0)`;

/** Looks at the watched folder, unless another process does just now, on however many machines: it sees the same. */
export async function lookAlone(intake: DataSource, look: () => Promise<void>): Promise<void> {
  const session = await openSession(intake);
  try {
    if (await takesAdvisoryLock(session, LOOK_LOCK)) await look();
  } finally {
    await session.end();
  }
}

/** A file of the watched folder that is in the spool by now. */
export interface WatchedFile {
  readonly source: string;
  /** Its path in the folder. */
  readonly watched: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly upload: string;
  readonly at: Date;
}

/** What became of a file of the watched folder, for whoever moves it out of the way. */
export type Watched = Pick<
  JobRow,
  'id' | 'state' | 'source' | 'sha256' | 'refusal' | 'message' | 'outcome'
> & {
  readonly watched: string;
};

/**
 * Adds the import of a file of the watched folder. The same content is never loaded twice: where an import of it is in
 * effect, or waits, the job ends at once and says which. `taken`: the file in the spool is of use.
 */
export async function addWatchedFile(
  transaction: Transaction,
  file: WatchedFile,
): Promise<'taken' | 'not taken'> {
  const before = await loadedBefore(transaction, file);
  const { upload, ...rest } = file;
  const job = { kind: 'import', askedBy: WATCHED_FOLDER, ...rest } as const;
  const id = await addJob(transaction, before === null ? { ...job, upload } : job);
  if (id === null || before === null) return id === null ? 'not taken' : 'taken';
  await transaction.query(
    `update intake.job set state = 'done', started_at = $2, ended_at = $2, message = $3 where id = $1`,
    [id, file.at, `This very file was loaded before (${before}). Nothing was loaded again.`],
  );
  return 'not taken';
}

async function loadedBefore(
  transaction: Transaction,
  { source, sha256 }: Pick<WatchedFile, 'source' | 'sha256'>,
): Promise<string | null> {
  const [run] = await transaction.query<{ id: number }>(
    `select id from intake.import_run
     where source = $1 and sha256 = $2 and state = 'loaded' and kind = 'file' order by id limit 1`,
    [source, sha256],
  );
  if (run) return `import ${run.id}`;
  const [job] = await transaction.query<{ id: number }>(
    `select id from intake.job
     where source = $1 and sha256 = $2 and kind = 'import' and state in ('waiting', 'working') order by id limit 1`,
    [source, sha256],
  );
  return job === undefined ? null : `job ${job.id}, which is under way`;
}

/** The files of the watched folder that are still in the way there. */
export function unfiled(transaction: Transaction): Promise<Watched[]> {
  return transaction.query<Watched>(
    `select id, state, source, sha256, refusal, message, outcome, watched
     from intake.job where watched is not null and filed_at is null order by id`,
  );
}

/** Notes that a file is out of the way: another of that name may come. */
export async function noteFiled(transaction: Transaction, id: number, at: Date): Promise<void> {
  await transaction.query('update intake.job set filed_at = $2 where id = $1', [id, at]);
}
