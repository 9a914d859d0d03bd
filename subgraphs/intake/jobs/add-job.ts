import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { JobKind, JobRow } from '../tables/jobs';
import { auditJob } from './audit-job';
import { jobsOf, type ListedJob } from './listed-job';
import { fileGone, jobNotFound, uploadUnusable } from './refusals';

/** What a job is about, and who wants it. */
export interface NewJob {
  readonly kind: JobKind;
  readonly askedBy: string;
  readonly at: Date;
  readonly source?: string;
  readonly file?: string;
  readonly bytes?: number;
  readonly sha256?: string;
  readonly upload?: string;
  readonly watched?: string;
  readonly amendmentId?: number;
}

/** Adds what is to be worked on; its number. Null where the same upload, or the same file of the watched folder, is there already. */
export async function addJob(transaction: Transaction, job: NewJob): Promise<number | null> {
  const { kind, askedBy, at, source, file, bytes, sha256, upload, watched, amendmentId } = job;
  const [added] = await transaction.query<{ id: number }>(
    `insert into intake.job
       (id, kind, state, asked_by, asked_at, source, file, bytes, sha256, upload, watched, amendment_id)
     values (nextval('intake.job_number'), $1, 'waiting', $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing returning id`,
    [
      ...[kind, askedBy, at, source ?? null, file ?? null, bytes ?? null, sha256 ?? null],
      ...[upload ?? null, watched ?? null, amendmentId ?? null],
    ],
  );
  return added === undefined ? null : Number(added.id);
}

/** A job that waits, or that was added by the same request before. */
export interface Added {
  readonly __typename: 'JobAdded';
  readonly job: ListedJob;
}

/** What the door received. */
export interface Upload {
  readonly upload: string;
  readonly source: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly dryRun?: boolean | null;
}

const UPLOAD = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const NAME = /^[^\p{C}]{1,150}$/u;

type Context = OperationContext & {
  readonly catalogue: { readonly sources: readonly { readonly name: string }[] } | null;
};

/** Adds the import of what the door received. The same upload is added once. */
export async function addImportJob(
  context: Context,
  { upload, source, file, bytes, sha256, dryRun }: Upload,
): Promise<Added | Refused<'UploadUnusable'>> {
  const { transaction, identity, clock, catalogue } = context;
  const isSource = catalogue?.sources.some(({ name }) => name === source) ?? true;
  const isSound = UPLOAD.test(upload) && SHA256.test(sha256) && NAME.test(file);
  if (!isSource || !isSound || !Number.isSafeInteger(bytes) || bytes < 1) return uploadUnusable;
  const id = await addJob(transaction, {
    kind: dryRun === true ? 'dry_run' : 'import',
    ...{ upload, source, file, bytes, sha256 },
    ...{ askedBy: identity.subject, at: clock.now() },
  });
  if (id === null) return added(transaction, await jobOfUpload(transaction, upload));
  await auditJob(context, dryRun === true ? 'IMPORT_REHEARSE' : 'IMPORT_SEND', id);
  return added(transaction, id);
}

async function jobOfUpload(transaction: Transaction, upload: string): Promise<number> {
  const [job] = await transaction.query<{ id: number }>('select id from intake.job where upload = $1', [
    upload,
  ]);
  if (!job) throw new Error('A job was neither added nor there already');
  return Number(job.id);
}

/** What has ended and may have kept its file. */
const KEEPS = `(job.kind = 'dry_run' and job.state = 'done') or job.state = 'failed'`;

/** Loads a file that was kept, without another upload: the file goes over to the new job. Asked again it gives the same. */
export async function loadKeptFile(
  context: OperationContext,
  id: number,
): Promise<Added | Refused<'JobNotFound' | 'FileGone'>> {
  const { transaction, identity, clock } = context;
  const [held] = await transaction.query<JobRow & { keeps: boolean }>(
    `select job.*, (${KEEPS}) as keeps from intake.job where id = $1 for update`,
    [id],
  );
  if (!held) return jobNotFound;
  if (held.next_job_id !== null) return added(transaction, Number(held.next_job_id));
  const { upload, source, file, bytes, sha256, kept_until } = held;
  const now = clock.now();
  if (!held.keeps || upload === null || source === null || kept_until === null || kept_until <= now)
    return fileGone;
  await transaction.query('update intake.job set upload = null, kept_until = null where id = $1', [id]);
  const next = await addJob(transaction, {
    ...{ kind: 'import', upload, source, askedBy: identity.subject, at: now },
    ...(file === null ? {} : { file }),
    ...(bytes === null ? {} : { bytes: Number(bytes) }),
    ...(sha256 === null ? {} : { sha256 }),
  });
  if (next === null) throw new Error('A file that was kept belongs to two jobs');
  await transaction.query('update intake.job set next_job_id = $2 where id = $1', [id, next]);
  await auditJob(context, 'IMPORT_START', next);
  return added(transaction, next);
}

/** What was added, as the graph shows it. */
export async function added(transaction: Transaction, id: number): Promise<Added> {
  const [job] = await jobsOf(transaction, [id]);
  if (!job) throw new Error('A job that was added is not there');
  return { __typename: 'JobAdded', job };
}
