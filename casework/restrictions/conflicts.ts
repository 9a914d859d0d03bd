import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { type LockedCase, lockCase, noteOfCase } from './case';
import { checkMayRestrict, commandTaken, commandUnusable, readSubjects, reasonUnusable } from './check';
import { conflictOf, liveConflicts, liveRestriction } from './read-restrictions';
import { caseNotFound, conflictNotFound, type RestrictionUnusable, unusable } from './refusals';
import type { ConflictRow } from './tables';

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
  const added = await transaction.query(
    `${addConflicts(stream.name, '$1')} on conflict do nothing returning id`,
    [
      ...[asked.command, asked.id, found.stageIds, 'RECORDED', asked.reason.trim(), identity.subject],
      subjects,
    ],
  );
  if (added.length === 0) return standing(context, { complaintId: asked.id, subjects });
  await noteOfCase(context, { action: 'CONFLICT_RECORD', complaintId: asked.id });
  return saved(await conflictOf(transaction, stream.name, asked.command), asked.id);
}

/** The one that holds already. Whoever may record one sees all of the complaint: where there is none, the command was another's. */
async function standing(
  { transaction, stream }: StreamContext,
  { complaintId, subjects }: { readonly complaintId: string; readonly subjects: readonly string[] },
): Promise<ConflictSaved | RestrictionUnusable> {
  const live = await liveConflicts(transaction, stream.name, complaintId);
  const held = live.find(({ subject }) => subjects.includes(subject));
  return held === undefined ? commandTaken() : saved(held, complaintId);
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

/**
 * Writes conflicts of the subjects `$7`, with ids by the expression `id`: `$2` is the complaint, `$3` its stages, `$4` the kind, `$5`
 * why and `$6` the caller.
 */
export const addConflicts = (schema: string, id: string): string => `
  insert into "${schema}".conflict_of_interest
    (id, complaint_id, stage_ids, subject, kind, reason, recorded_by, recorded_at)
  select ${id}, $2, $3, subject, $4, $5, $6, now() from unnest($7::text[]) as subject`;

const saved = (conflict: ConflictRow | null, complaintId: string): ConflictSaved => ({
  ...{ __typename: 'ConflictSaved', conflict, complaintId },
});
