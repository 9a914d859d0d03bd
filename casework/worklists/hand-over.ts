import { keyUnusable } from '../live/case-work';
import { type CommandUnusable, commandUnusable } from '../live/refusals';
import { type LiveCaseRow, liveTables } from '../live/tables';
import type { StreamContext } from '../reading/loaders';
import { type AbsenceAsked, daysOf, recordAbsence } from './absences';
import { checkMayAssign, subjectUnusable } from './check';
import { assignEach, type ManyDone, MOST_AT_ONCE, manyOnce, type Receiver } from './many';
import { type ReceiverAsked, readReceiver } from './receiver';
import type { ManyOutcome } from './tables';

export interface HandOverAsked extends ReceiverAsked {
  readonly key: string;
  readonly from: string;
  readonly reason: string;
  readonly away?: Pick<AbsenceAsked, 'from' | 'to' | 'standsIn'> | null;
  readonly rehearse?: boolean | null;
}

const MOST_CHARACTERS = 1_000;

/**
 * Hands over open work of somebody, as far as the caller may see it: each complaint with an entry and the reason in its timeline,
 * the most urgent first. Records the absence that goes with it. Throws FORBIDDEN for whoever may not.
 */
export async function handOverWork(
  asked: HandOverAsked,
  context: StreamContext,
): Promise<ManyDone | CommandUnusable> {
  checkMayAssign(context.identity, context.stream.name);
  const refused = askedUnusable(asked);
  if (refused !== null) return refused;
  const receiver = await readReceiver(asked, context);
  if ('__typename' in receiver) return receiver;
  if (receiver.to === asked.from) return commandUnusable('to', 'Somebody else has to take it over.');
  const { key, from, reason, away = null } = asked;
  const what = { from, reason: reason.trim(), away, ...receiver };
  const isRehearsed = asked.rehearse === true;
  return manyOnce(context, { key, asked: what, receiver, isRehearsed }, () =>
    handOver(context, asked, receiver),
  );
}

function askedUnusable({ key, from, reason, away }: HandOverAsked): CommandUnusable | null {
  const refused = keyUnusable(key) ?? subjectUnusable('from', from);
  if (refused !== null) return refused;
  const { length } = reason.trim();
  if (length === 0 || length > MOST_CHARACTERS)
    return commandUnusable('reason', `Say why in 1 to ${MOST_CHARACTERS} characters besides spaces.`);
  const days = away == null ? null : daysOf({ ...away, key, subject: from });
  return days !== null && '__typename' in days ? commandUnusable(`away.${days.part}`, days.message) : null;
}

async function handOver(
  context: StreamContext,
  { key, from, reason, away }: HandOverAsked,
  receiver: Receiver,
): Promise<ManyOutcome> {
  // An absence that an earlier command of this key recorded stays as it was.
  if (away != null) await recordAbsence({ ...away, key, subject: from }, context);
  const { open, complaints } = await workOf(context, from);
  const words = [{ part: 'REASON', words: reason.trim() }];
  const each = await assignEach(context, { key, complaints, receiver, words });
  return { ...each, left: open - complaints.length };
}

/** The open work of somebody, of which the most urgent is taken up, and how much there is of it. */
async function workOf({ transaction, stream }: StreamContext, subject: string) {
  const { table } = liveTables(stream.name).liveCase;
  const rows = await transaction.query<Pick<LiveCaseRow, 'version'> & { id: string; open: number }>(
    `select complaint_id as id, version, (count(*) over ())::int as open from ${table}
     where not is_ended and assigned_to = $1 order by next_due_on, complaint_id limit ${MOST_AT_ONCE}`,
    [subject],
  );
  return { open: rows[0]?.open ?? 0, complaints: rows.map(({ id, version }) => ({ id, version })) };
}
