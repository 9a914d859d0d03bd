import type { CaseCaller, TimelineEntry } from '../../domain/procedure/command';
import { doneBefore } from '../../platform/server/done-before';
import { fingerprintOf, type NamedCommand } from '../../platform/server/named-command';
import type { StreamContext } from '../reading/loaders';
import { caseNotFound } from '../restrictions/refusals';
import { beginWork, keyUnusable } from './case-work';
import { checkMayWork } from './live-caller';
import { readTimeline } from './read-case';
import { type CommandDone, type CommandResult, keyTaken } from './refusals';
import type { CommandDoneRow } from './tables';
import type { CaseWork } from './write-entry';

/** A command that is new, under the locks that it needs. */
export interface Begun<Locked> {
  readonly named: NamedCommand;
  readonly caller: CaseCaller;
  readonly work: CaseWork;
  readonly locked: Locked;
}

/**
 * Does a command once: the same key is answered the same, and one that names another command is refused. `lock` keeps others
 * from what it is about; `first` does it the first time. Throws FORBIDDEN for whoever works on no complaint of the stream.
 */
export async function doOnce<Asked extends { readonly key: string }, Locked>(
  context: StreamContext,
  asked: Asked,
  {
    lock,
    first,
  }: {
    readonly lock: () => Promise<Locked>;
    readonly first: (begun: Begun<Locked>) => Promise<CommandResult>;
  },
): Promise<CommandResult> {
  const { stream, identity, transaction } = context;
  const caller = checkMayWork(identity, stream.name);
  const { key, ...what } = asked;
  const unusable = keyUnusable(key);
  if (unusable !== null) return unusable;
  const named = { key, fingerprint: fingerprintOf(what) };
  const of = { schema: stream.name, subject: identity.subject };
  // Sent together and answered in this order: what is read stood when the locks before it were had.
  const [work, locked, done] = await Promise.all([
    beginWork(context, key),
    lock(),
    doneBefore<CommandDoneRow>(transaction, of, named),
  ]);
  if (done === 'TAKEN') return keyTaken();
  return done === null ? first({ named, caller, work, locked }) : doneThen(context, done);
}

/** The answer to a command that was done before: the same as then. */
async function doneThen(
  { transaction, stream }: StreamContext,
  { complaint_id: complaintId, place }: CommandDoneRow,
): Promise<CommandResult> {
  const entries = await readTimeline(transaction, { schema: stream.name, complaintId });
  const entry = entries.find((each) => each.place === place);
  return entry === undefined ? caseNotFound() : doneNow(complaintId, entry);
}

/** The answer to a command that is done, with the entry that it wrote. */
export const doneNow = (complaintId: string, entry: TimelineEntry): CommandDone => ({
  ...{ __typename: 'CommandDone', complaintId, version: entry.place },
  entry: { ...entry, complaintId },
});

/** Notes that a command was done; false where its key names somebody else's. */
export async function noteDone(
  { transaction, stream, identity }: StreamContext,
  { key, fingerprint }: NamedCommand,
  { complaintId, place, now }: { readonly complaintId: string; readonly place: number; readonly now: Date },
): Promise<boolean> {
  const noted = await transaction.query(
    `insert into "${stream.name}".command_done (key, complaint_id, subject, fingerprint, place, done_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing returning key`,
    [key, complaintId, identity.subject, fingerprint, place, now],
    { isRepeated: true },
  );
  return noted.length > 0;
}
