import type { AuditAction } from '../../platform/audit/actions';
import { forbidden } from '../../platform/server/errors';
import type { Refused } from '../../platform/server/refusal';
import type { Transaction } from '../../platform/transaction/transaction';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { caseNotFound } from '../restrictions/refusals';
import { commandProblem, commandTaken } from '../retention/problems';
import { recordRetention } from '../retention/record-retention';
import { type RetentionUnusable, retentionUnusable } from '../retention/refusals';
import type { SubjectAccessRow } from './tables';

/** What was prepared, as it stands. */
export interface SubjectAccessSaved {
  readonly __typename: 'SubjectAccessSaved';
  readonly subjectAccess: SubjectAccessRow;
}

export interface PrepareAsked {
  readonly command: string;
  readonly id: string;
  readonly leftOut: readonly string[];
  readonly struck: readonly string[];
  /** Of all that is kept of the complaint, as whoever prepares it reads it. */
  readonly contentHash: string;
}

/** What was prepared, and all that is kept of its complaint as whoever asks reads it now. */
export interface ReadAgain {
  readonly id: string;
  readonly contentHash: string;
}

type NotFound = Refused<'SubjectAccessNotFound'>;
type Changed = Refused<'SubjectAccessChanged'>;

const MOST = 200;
const MOST_CHARACTERS = 200;
const LEAST_CHARACTERS = 2;

/** Keeps what is left out and struck out of what a person is sent of a complaint, unless the command was done before. */
export async function prepareSubjectAccess(
  { command, id, leftOut, struck: written, contentHash }: PrepareAsked,
  context: StreamContext,
): Promise<SubjectAccessSaved | RetentionUnusable | Refused<'CaseNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayPrepare(context);
  const struck = [...new Set(written.map((words) => words.trim()).filter((words) => words !== ''))];
  const refused =
    commandProblem(command) ??
    listProblem('leftOut', leftOut) ??
    listProblem('struck', struck) ??
    listProblem('contentHash', [contentHash]);
  if (refused !== null) return refused;
  const found = await lockCase(context, id);
  if (found === null || found.isClosed) return caseNotFound();
  const made = await transaction.query(
    `insert into "${stream.name}".subject_access (id, complaint_id, left_out, struck, content_hash, prepared_by, prepared_at)
     values ($1, $2, $3, $4, $5, $6, now()) on conflict (id) do nothing returning id`,
    [command, id, [...new Set(leftOut)].sort(), struck, contentHash, identity.subject],
  );
  const row = await readSubjectAccess(transaction, stream.name, command);
  if (row === null || row.complaint_id !== id) return commandTaken();
  if (made.length > 0) await note(context, row, 'SUBJECT_ACCESS_PREPARE');
  return saved(row);
}

/** Approves what somebody else prepared: from then on it may leave. Approved already, it changes nothing. */
export async function approveSubjectAccess(
  { id, contentHash }: ReadAgain,
  context: StreamContext,
): Promise<SubjectAccessSaved | NotFound | Changed | Refused<'SubjectAccessOwn'>> {
  const { identity, transaction, stream } = context;
  checkMayPrepare(context);
  const held = await readSubjectAccess(transaction, stream.name, id);
  if (held === null) return notFound();
  if (held.prepared_by === identity.subject) return own();
  if (held.content_hash !== contentHash) return changed();
  if (held.approved_at !== null) return saved(held);
  await transaction.query(
    `update "${stream.name}".subject_access set approved_by = $2, approved_at = now() where id = $1 and approved_at is null`,
    [id, identity.subject],
  );
  await note(context, held, 'SUBJECT_ACCESS_APPROVE');
  return saved((await readSubjectAccess(transaction, stream.name, id)) ?? held);
}

/** Notes that what was approved is taken, to be sent. Each time is noted. */
export async function takeSubjectAccess(
  { id, contentHash }: ReadAgain,
  context: StreamContext,
): Promise<SubjectAccessSaved | NotFound | Changed | Refused<'SubjectAccessNotApproved'>> {
  const { transaction, stream } = context;
  checkMayPrepare(context);
  const held = await readSubjectAccess(transaction, stream.name, id);
  if (held === null) return notFound();
  if (held.approved_at === null) return notApproved();
  if (held.content_hash !== contentHash) return changed();
  await note(context, held, 'SUBJECT_ACCESS_TAKE');
  return saved(held);
}

/** What was prepared of a complaint, the newest first. */
export const subjectAccessOf = (
  transaction: Transaction,
  schema: string,
  complaintId: string,
): Promise<SubjectAccessRow[]> =>
  transaction.query<SubjectAccessRow>(
    `select * from "${schema}".subject_access where complaint_id = $1 order by prepared_at desc, id`,
    [complaintId],
  );

async function readSubjectAccess(
  transaction: Transaction,
  schema: string,
  id: string,
): Promise<SubjectAccessRow | null> {
  const [row] = await transaction.query<SubjectAccessRow>(
    `select * from "${schema}".subject_access where id = $1`,
    [id],
  );
  return row ?? null;
}

function checkMayPrepare({ identity, stream }: StreamContext): void {
  const { role, streams, credential } = identity;
  if (role === 'officer' && streams.includes(stream.name) && credential === undefined) return;
  throw forbidden('What a person is sent is prepared by officers cleared for the stream.');
}

function listProblem(part: string, list: readonly string[]): RetentionUnusable | null {
  const isFit = list.every(({ length }) => length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS);
  if (list.length <= MOST && isFit) return null;
  return retentionUnusable(
    part,
    `Give ${MOST} at most, each of ${LEAST_CHARACTERS} to ${MOST_CHARACTERS} characters.`,
  );
}

const note = (context: StreamContext, { complaint_id }: SubjectAccessRow, action: AuditAction) =>
  recordRetention(context, { action, complaintId: complaint_id });

const saved = (subjectAccess: SubjectAccessRow): SubjectAccessSaved => ({
  __typename: 'SubjectAccessSaved',
  subjectAccess,
});

const notFound = (): NotFound => ({
  __typename: 'SubjectAccessNotFound',
  code: 'SUBJECT_ACCESS_NOT_FOUND',
  message: 'There is nothing of this id that was prepared for a person.',
});

const changed = (): Changed => ({
  __typename: 'SubjectAccessChanged',
  code: 'SUBJECT_ACCESS_CHANGED',
  message:
    'What is kept has changed since this was prepared. Prepare it anew: what is new has to be read too.',
});

const own = (): Refused<'SubjectAccessOwn'> => ({
  __typename: 'SubjectAccessOwn',
  code: 'SUBJECT_ACCESS_OWN',
  message: 'You prepared this yourself: somebody else has to read it before it leaves.',
});

const notApproved = (): Refused<'SubjectAccessNotApproved'> => ({
  __typename: 'SubjectAccessNotApproved',
  code: 'SUBJECT_ACCESS_NOT_APPROVED',
  message: 'Nobody has approved this yet. Nothing leaves before somebody else has read it.',
});
