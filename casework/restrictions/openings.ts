import type { AuditAction } from '../../platform/audit/actions';
import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { lockCase, noteOfCase } from './case';
import { checkMayBreak, commandTaken, commandUnusable, reasonUnusable } from './check';
import { type OpeningShown, openingOf } from './read-restrictions';
import { caseNotFound, openingNotFound, openingOwn, type RestrictionUnusable } from './refusals';

/** An opening as it stands. */
export interface CaseOpeningSaved {
  readonly __typename: 'CaseOpeningSaved';
  readonly opening: OpeningShown;
  readonly complaintId: string;
}

/** A reason that says something. */
const LEAST_CHARACTERS = 20;

/**
 * Opens a restricted case for a time to an officer cleared for the stream, unless the command was done before. Nobody whom a
 * conflict of interest keeps away: the database writes no such row.
 */
export async function openRestrictedCase(
  { command, id, reason }: { readonly command: string; readonly id: string; readonly reason: string },
  context: StreamContext,
): Promise<CaseOpeningSaved | RestrictionUnusable | Refused<'CaseNotFound'>> {
  const { identity, transaction, stream, openingMinutes } = context;
  checkMayBreak(identity, stream.name);
  const refused = commandUnusable(command) ?? reasonUnusable(reason, { least: LEAST_CHARACTERS });
  if (refused !== null) return refused;
  const found = await lockCase(context, id);
  if (found === null) return caseNotFound();
  const before = await openingOf(transaction, stream.name, command);
  if (before !== null) return saved(before);
  if (!found.isRestricted || !found.isClosed || (await isConflicted(context, id))) return caseNotFound();
  const opened = await transaction.query(
    `insert into "${stream.name}".case_opening (id, complaint_id, opened_by, reason, opened_at, expires_at)
     values ($1, $2, $3, $4, now(), now() + make_interval(mins => $5)) on conflict (id) do nothing returning id`,
    [command, id, identity.subject, reason.trim(), openingMinutes],
  );
  if (opened.length === 0) return commandTaken();
  return after(context, { id: command, complaintId: id, action: 'CASE_OPEN' });
}

/** Ends an opening before its time. Ended already, it changes nothing. */
export async function endOpening(
  { id }: { readonly id: string },
  context: StreamContext,
): Promise<CaseOpeningSaved | Refused<'CaseOpeningNotFound'>> {
  const { identity, transaction, stream } = context;
  const held = await openingOf(transaction, stream.name, id);
  const may = held?.opened_by === identity.subject || identity.role === 'admin';
  if (held === null || !may) return openingNotFound();
  if (!held.is_open) return saved(held);
  await transaction.query(
    `update "${stream.name}".case_opening set ended_by = $2, ended_at = now() where id = $1 and ended_at is null`,
    [id, identity.subject],
  );
  return after(context, { id, complaintId: held.complaint_id, action: 'CASE_OPENING_END' });
}

/** Says that somebody else has seen it. Acknowledged already, it changes nothing. */
export async function acknowledgeOpening(
  { id }: { readonly id: string },
  context: StreamContext,
): Promise<CaseOpeningSaved | Refused<'CaseOpeningNotFound'> | Refused<'CaseOpeningOwn'>> {
  const { identity, transaction, stream } = context;
  const held = await openingOf(transaction, stream.name, id);
  if (held === null) return openingNotFound();
  if (held.opened_by === identity.subject) return openingOwn();
  if (held.acknowledged_at !== null) return saved(held);
  await transaction.query(
    `update "${stream.name}".case_opening set acknowledged_by = $2, acknowledged_at = now()
     where id = $1 and acknowledged_at is null`,
    [id, identity.subject],
  );
  return after(context, { id, complaintId: held.complaint_id, action: 'CASE_OPENING_ACKNOWLEDGE' });
}

async function after(
  context: StreamContext,
  { id, ...noted }: { readonly id: string; readonly complaintId: string; readonly action: AuditAction },
): Promise<CaseOpeningSaved> {
  await noteOfCase(context, noted);
  const opening = await openingOf(context.transaction, context.stream.name, id);
  if (opening === null) throw new Error('An opening that was written is not there');
  return saved(opening);
}

async function isConflicted({ transaction, stream }: StreamContext, complaintId: string): Promise<boolean> {
  const [row] = await transaction.query<{ conflicted: boolean | null }>(
    `select $1 = any ("${stream.name}".conflicted_complaints()) as conflicted`,
    [complaintId],
  );
  return row?.conflicted !== false;
}

const saved = (opening: OpeningShown): CaseOpeningSaved => ({
  ...{ __typename: 'CaseOpeningSaved', opening, complaintId: opening.complaint_id },
});
