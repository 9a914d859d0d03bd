import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { lockCase, noteOfCase } from './case';
import { checkMayRestrict, commandTaken, commandUnusable, readSubjects, reasonUnusable } from './check';
import { addConflicts } from './conflicts';
import { restrictionOf } from './read-restrictions';
import {
  alreadyRestricted,
  caseNotFound,
  type RestrictionChanged,
  type RestrictionUnusable,
  restrictionChanged,
  restrictionNotFound,
  unusable,
} from './refusals';
import type { RestrictionKind, RestrictionRow } from './tables';

/** A restriction as it stands. */
export interface RestrictionSaved {
  readonly __typename: 'RestrictionSaved';
  /** Null where it is not for the caller to see. */
  readonly restriction: RestrictionRow | null;
  readonly complaintId: string;
}

export interface RestrictAsked {
  readonly command: string;
  readonly id: string;
  readonly kind: RestrictionKind;
  readonly reason: string;
  readonly named: readonly string[];
  readonly complainedAbout?: readonly string[] | null;
}

interface People {
  readonly named: readonly string[];
  readonly complainedAbout: readonly string[];
}

type Restricted =
  | RestrictionSaved
  | RestrictionUnusable
  | Refused<'CaseNotFound'>
  | Refused<'AlreadyRestricted'>;

/**
 * Restricts a complaint's people to those named, unless the command was done before. Whom it is about gets a conflict of
 * interest in the same transaction.
 */
export async function restrictComplaint(asked: RestrictAsked, context: StreamContext): Promise<Restricted> {
  const { identity, transaction, stream } = context;
  checkMayRestrict(identity, stream.name);
  const people = readPeople(asked, identity.subject);
  const refused = commandUnusable(asked.command) ?? reasonUnusable(asked.reason);
  if (refused !== null) return refused;
  if ('__typename' in people) return people;
  const found = await lockCase(context, asked.id);
  if (found === null) return caseNotFound();
  const before = await restrictionOf(transaction, stream.name, asked.command);
  if (before !== null) return saved(before);
  if (found.isRestricted) return alreadyRestricted();
  if (found.isClosed) return caseNotFound();
  if (!(await insertRestriction(context, asked, { ...people, stageIds: found.stageIds })))
    return commandTaken();
  await noteOfCase(context, { action: 'CASE_RESTRICT', complaintId: asked.id });
  return { ...saved(await restrictionOf(transaction, stream.name, asked.command)), complaintId: asked.id };
}

/** In one statement: a caller who is not named adds no conflict to what is restricted. False where another's command has the id. */
async function insertRestriction(
  { identity, transaction, stream: { name: schema } }: StreamContext,
  { command, id, kind, reason }: RestrictAsked,
  { named, complainedAbout, stageIds }: People & { readonly stageIds: readonly string[] },
): Promise<boolean> {
  const inserted = await transaction.query(
    `with restricted as (
       insert into "${schema}".restriction
         (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
       values ($1, $2, $3, $8, $5, $9, 1, $6, now()) on conflict (id) do nothing returning id),
     conflicts as (${addConflicts(schema, 'gen_random_uuid()::text')} where exists (select from restricted)
       on conflict (complaint_id, subject) where withdrawn_at is null do nothing)
     select id from restricted`,
    [
      ...[command, id, stageIds, 'COMPLAINED_ABOUT', reason.trim(), identity.subject, complainedAbout],
      ...[kind, named],
    ],
  );
  return inserted.length > 0;
}

/** Says anew who may open it. Sent again it changes nothing more. */
export async function changeRestriction(
  {
    id,
    version,
    named: written,
  }: { readonly id: string; readonly version: number; readonly named: readonly string[] },
  context: StreamContext,
): Promise<RestrictionSaved | RestrictionUnusable | RestrictionChanged | Refused<'RestrictionNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayRestrict(identity, stream.name);
  const named = readSubjects('named', written);
  if ('__typename' in named) return named;
  const held = await lockRestriction(context, id);
  if (held === null || held.lifted_at !== null) return restrictionNotFound();
  if (held.version === version + 1 && held.named.join() === named.join()) return saved(held);
  if (held.version !== version) return restrictionChanged(held);
  if (identity.role !== 'admin' && !named.includes(identity.subject))
    return unusable('named', 'You stay named yourself: an administrator can take you off.');
  await transaction.query(
    `update "${stream.name}".restriction set named = $2, version = version + 1 where id = $1`,
    [id, named],
  );
  await noteOfCase(context, { action: 'RESTRICTION_CHANGE', complaintId: held.complaint_id });
  return saved({ ...held, named, version: version + 1 });
}

/** Lifts it. Lifted already, it changes nothing. */
export async function liftRestriction(
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  context: StreamContext,
): Promise<RestrictionSaved | RestrictionUnusable | RestrictionChanged | Refused<'RestrictionNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayRestrict(identity, stream.name);
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const held = await lockRestriction(context, id);
  if (held === null) return restrictionNotFound();
  if (held.lifted_at !== null) return saved(held);
  if (held.version !== version) return restrictionChanged(held);
  await transaction.query(
    `update "${stream.name}".restriction
     set lifted_by = $2, lifted_at = now(), lifted_because = $3, version = version + 1 where id = $1`,
    [id, identity.subject, reason.trim()],
  );
  await noteOfCase(context, { action: 'RESTRICTION_LIFT', complaintId: held.complaint_id });
  return { ...saved(await restrictionOf(transaction, stream.name, id)), complaintId: held.complaint_id };
}

/** One that the caller may change: an administrator any, an officer one in which they are named. */
async function lockRestriction(context: StreamContext, id: string): Promise<RestrictionRow | null> {
  const { identity, transaction, stream } = context;
  const seen = await restrictionOf(transaction, stream.name, id);
  if (seen === null) return null;
  await lockCase(context, seen.complaint_id);
  const held = await restrictionOf(transaction, stream.name, id);
  const may = identity.role === 'admin' || held?.named.includes(identity.subject) === true;
  return may ? held : null;
}

const saved = (restriction: RestrictionRow | null): RestrictionSaved => ({
  __typename: 'RestrictionSaved',
  restriction,
  complaintId: restriction?.complaint_id ?? '',
});

function readPeople(
  { named: writtenNamed, complainedAbout: writtenAbout }: RestrictAsked,
  caller: string,
): People | RestrictionUnusable {
  const named = readSubjects('named', writtenNamed);
  if ('__typename' in named) return named;
  const complainedAbout = readSubjects('complainedAbout', writtenAbout);
  if ('__typename' in complainedAbout) return complainedAbout;
  if (complainedAbout.includes(caller))
    return unusable('complainedAbout', 'A complaint about yourself is restricted by somebody else.');
  if (named.some((subject) => complainedAbout.includes(subject)))
    return unusable('named', 'Whom the complaint is about never opens it: name somebody else.');
  return { named, complainedAbout };
}
