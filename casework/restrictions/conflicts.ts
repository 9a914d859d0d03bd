import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { type LockedCase, lockCase, noteOfCase } from './case';
import { checkMayRestrict, commandUnusable, readSubjects, reasonUnusable } from './check';
import { conflictOf, liveRestriction } from './read-restrictions';
import { caseNotFound, conflictNotFound, type RestrictionUnusable, unusable } from './refusals';
import type { ConflictKind, ConflictRow } from './tables';

/** A conflict of interest as it stands. */
export interface ConflictSaved {
  readonly __typename: 'ConflictSaved';
  /** Null where it is not for the caller to see. */
  readonly conflict: ConflictRow | null;
  readonly complaintId: string;
}

interface Asked {
  readonly command: string;
  readonly id: string;
  readonly subject: string;
  readonly reason: string;
}

/** Records that somebody has a conflict of interest, unless the command was done before, or it holds already. */
export async function recordConflict(
  asked: Asked,
  context: StreamContext,
): Promise<ConflictSaved | RestrictionUnusable | Refused<'CaseNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayRestrict(identity, stream.name);
  const refused = commandUnusable(asked.command) ?? reasonUnusable(asked.reason);
  if (refused !== null) return refused;
  const subjects = readSubjects('subject', [asked.subject]);
  if ('__typename' in subjects) return subjects;
  if (subjects.length === 0) return unusable('subject', 'Say who, by the subject of their sign-in.');
  const found = await lockCase(context, asked.id);
  if (found === null) return caseNotFound();
  const before = await conflictOf(transaction, stream.name, asked.command);
  if (before !== null) return saved(before, before.complaint_id);
  if (identity.role !== 'admin' && !(await decidesOn(context, asked.id, found))) return caseNotFound();
  await insertConflicts(context, {
    ...{ complaintId: asked.id, stageIds: found.stageIds, subjects, reason: asked.reason.trim() },
    ...{ kind: 'RECORDED', id: asked.command },
  });
  await noteOfCase(context, { action: 'CONFLICT_RECORD', complaintId: asked.id });
  return saved(await conflictOf(transaction, stream.name, asked.command), asked.id);
}

/** Whether an officer may: one to whom it is open, and of a restricted case one who is named. */
async function decidesOn(
  { identity, transaction, stream }: StreamContext,
  complaintId: string,
  { isClosed, isRestricted }: LockedCase,
): Promise<boolean> {
  if (isClosed || !isRestricted) return !isClosed;
  const held = await liveRestriction(transaction, stream.name, complaintId);
  return held?.named.includes(identity.subject) === true;
}

/** Withdraws such a record. Withdrawn already, it changes nothing. */
export async function withdrawConflict(
  { id, reason }: { readonly id: string; readonly reason: string },
  context: StreamContext,
): Promise<ConflictSaved | RestrictionUnusable | Refused<'ConflictNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayRestrict(identity, stream.name);
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const held = await conflictOf(transaction, stream.name, id);
  if (held === null || identity.role !== 'admin' || held.subject === identity.subject)
    return conflictNotFound();
  if (held.withdrawn_at !== null) return saved(held, held.complaint_id);
  await transaction.query(
    `update "${stream.name}".conflict_of_interest
     set withdrawn_by = $2, withdrawn_at = now(), withdrawn_because = $3 where id = $1 and withdrawn_at is null`,
    [id, identity.subject, reason.trim()],
  );
  await noteOfCase(context, { action: 'CONFLICT_WITHDRAW', complaintId: held.complaint_id });
  return saved(await conflictOf(transaction, stream.name, id), held.complaint_id);
}

/** Writes conflicts that do not hold yet; `id` names the one that a command of its own records. */
export async function insertConflicts(
  { transaction, identity, stream }: StreamContext,
  conflicts: {
    readonly complaintId: string;
    readonly stageIds: readonly string[];
    readonly subjects: readonly string[];
    readonly reason: string;
    readonly kind: ConflictKind;
    readonly id?: string;
  },
): Promise<void> {
  const { complaintId, stageIds, subjects, reason, kind, id = null } = conflicts;
  await transaction.query(
    `insert into "${stream.name}".conflict_of_interest
       (id, complaint_id, stage_ids, subject, kind, reason, recorded_by, recorded_at)
     select coalesce($1, gen_random_uuid()::text), $2, $3, subject, $4, $5, $6, now() from unnest($7::text[]) as subject
     on conflict (complaint_id, subject) where withdrawn_at is null do nothing`,
    [id, complaintId, stageIds, kind, reason, identity.subject, subjects],
  );
}

const saved = (conflict: ConflictRow | null, complaintId: string): ConflictSaved => ({
  ...{ __typename: 'ConflictSaved', conflict, complaintId },
});
