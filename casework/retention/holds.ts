import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { type LockedCase, lockCase } from '../restrictions/case';
import { caseNotFound } from '../restrictions/refusals';
import { checkMayHold } from './check';
import { commandProblem, commandTaken, reasonProblem } from './problems';
import { readHold } from './read-holds';
import { recordRetention } from './record-retention';
import { holdNotFound, type RetentionUnusable } from './refusals';
import type { HoldRow } from './tables';

/** A hold as it stands. */
export interface HoldSaved {
  readonly __typename: 'HoldSaved';
  readonly hold: HoldRow;
}

const saved = (hold: HoldRow): HoldSaved => ({ __typename: 'HoldSaved', hold });

export interface HoldAsked {
  readonly command: string;
  /** The complaint; all of the stream's where it is left out. */
  readonly id?: string | null;
  readonly reason: string;
}

/** Puts a legal hold, unless the command was done before: nothing that it covers is anonymised or lost until it is lifted. */
export async function putHold(
  { command, id = null, reason }: HoldAsked,
  context: StreamContext,
): Promise<HoldSaved | RetentionUnusable | Refused<'CaseNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayHold(identity, stream.name);
  const refused = commandProblem(command) ?? reasonProblem(reason);
  if (refused !== null) return refused;
  const found = id === null ? null : await lockCase(context, id);
  if (id !== null && (found === null || (await isKeptFrom(context, id, found)))) return caseNotFound();
  const made = await transaction.query(
    `insert into "${stream.name}".legal_hold (id, complaint_id, stage_ids, reason, put_by, put_at)
     values ($1, $2, $3, $4, $5, now()) on conflict (id) do nothing returning id`,
    [command, id, found?.stageIds ?? [], reason.trim(), identity.subject],
  );
  const hold = await readHold(transaction, stream.name, command);
  if (hold === null || hold.complaint_id !== id) return commandTaken();
  if (made.length > 0) await recordRetention(context, { action: 'HOLD_PUT', complaintId: id });
  return saved(hold);
}

/** Whether somebody may not hold a complaint: officers to whom it is closed, and administrators who have an interest in it. */
async function isKeptFrom(
  { identity, transaction, stream }: StreamContext,
  id: string,
  { isClosed }: LockedCase,
): Promise<boolean> {
  if (identity.role !== 'admin') return isClosed;
  const [row] = await transaction.query<{ kept: boolean }>(
    `select coalesce($1 = any ((select "${stream.name}".conflicted_complaints())::text[]), false) as kept`,
    [id],
  );
  return row?.kept ?? true;
}

/** Lifts it. Lifted already, it changes nothing. What it alone kept of what has gone since goes with it. */
export async function liftHold(
  { id, reason }: { readonly id: string; readonly reason: string },
  context: StreamContext,
): Promise<HoldSaved | RetentionUnusable | Refused<'HoldNotFound'>> {
  const { identity, transaction, stream } = context;
  checkMayHold(identity, stream.name);
  const refused = reasonProblem(reason);
  if (refused !== null) return refused;
  const lifted = await transaction.query(
    `update "${stream.name}".legal_hold set lifted_by = $2, lifted_at = now(), lifted_because = $3
     where id = $1 and lifted_at is null returning id`,
    [id, identity.subject, reason.trim()],
  );
  const hold = await readHold(transaction, stream.name, id);
  if (hold === null) return holdNotFound();
  if (lifted.length > 0)
    await recordRetention(context, { action: 'HOLD_LIFT', complaintId: hold.complaint_id });
  return saved(hold);
}
