import { applyEntry, caseOf } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { Command, TimelineEntry } from '../../domain/procedure/command';
import { namedIn } from '../../domain/procedure/commands/people';
import { recordAudit } from '../../platform/audit/record';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { readKeptOut } from '../restrictions/kept-out';
import { caseNotFound } from '../restrictions/refusals';
import { decideOn, shownPermitted } from './case-work';
import { type Begun, doneNow, doOnce, noteDone } from './commands-done';
import type { Words } from './live-stage';
import { lockOther, otherUnknown } from './other-of-command';
import { type NewParty, partyRows } from './parties';
import { projectionOf } from './projection';
import { isAnonymised, readCase, systemOf } from './read-case';
import {
  type CommandResult,
  commandRefused,
  complaintChanged,
  keptElsewhere,
  keyTaken,
  peopleGone,
} from './refusals';
import { stagesOfCase } from './stages-of-case';
import type { LiveCaseRow } from './tables';
import { takeOverFirst, undoTakeOver } from './take-over/take-over-first';
import { type EntryWritten, lockStages, writeEntry } from './write-entry';

/** A command on a live complaint, with what is written at it and whom it brings. */
export interface CommandAsked {
  /** Names the command: a UUID, the same when it is asked again. */
  readonly key: string;
  readonly id: string;
  /** The version of the complaint that was seen; null where it does not matter what happened meanwhile. */
  readonly version: number | null;
  readonly command: Exclude<Command, { readonly event: 'record' }>;
  readonly words?: readonly Words[];
  readonly parties?: readonly NewParty[];
  /** Hashes of the files that come with it: a command of the same key with others is another's. */
  readonly files?: readonly string[];
}

/** A complaint as a command finds it: what is read of it, and whether the command is the first one on it here. */
interface Held extends Omit<Awaited<ReturnType<typeof readCase>>, 'held'> {
  readonly row: LiveCaseRow;
  readonly isBegun: boolean;
}

type Locked = Awaited<ReturnType<typeof lockAndRead>>;

/** A command under the lock of its complaint, which stands as it was seen. */
interface Standing extends Pick<Begun<Locked>, 'named' | 'caller' | 'work'> {
  readonly asked: CommandAsked;
  readonly held: LiveCaseRow;
  readonly state: CaseState;
}

/**
 * Does a command on a live complaint, or says why not. The same key is done once, and answered the same; of two people at
 * once one is told what the other did. All that it changes, with its audit entry, is the operation's one transaction. Throws
 * FORBIDDEN for whoever works on no complaint of the stream.
 */
export const doCommand = (context: StreamContext, asked: CommandAsked): Promise<CommandResult> =>
  doOnce(context, asked, {
    lock: () => lockAndRead(context, asked),
    first: (begun) => doFirst(context, asked, begun),
  });

/** Sent together and answered in this order: what is read stood when the locks before it were had. */
async function lockAndRead(context: StreamContext, asked: CommandAsked) {
  const of = { schema: context.stream.name, complaintId: asked.id };
  const [, found, read] = await Promise.all([
    lockOther(context, asked),
    lockCase(context, asked.id),
    readCase(context.transaction, of),
  ]);
  return { found, read };
}

async function doFirst(
  context: StreamContext,
  asked: CommandAsked,
  begun: Begun<Locked>,
): Promise<CommandResult> {
  const held = await heldFor(context, asked, begun);
  if ('__typename' in held) return held;
  const result = await doAsSeen(context, asked, { ...begun, held });
  if (held.isBegun && result.__typename !== 'CommandDone') await undoTakeOver(begun.work);
  return result;
}

/** The command on the complaint as it stands, where that is as it was seen; one that the command itself makes live was seen by nobody. */
async function doAsSeen(
  context: StreamContext,
  asked: CommandAsked,
  { named, caller, work, held }: Begun<Locked> & { readonly held: Held },
): Promise<CommandResult> {
  const { row, entries, complainedAbout } = held;
  const seen = held.isBegun ? row.version : (asked.version ?? row.version);
  if (row.version !== seen) return complaintChanged(row.version, shown(asked.id, entries.slice(seen)));
  const unknown = await otherUnknown(context, asked);
  if (unknown !== null) return unknown;
  const state = { ...caseOf({ procedure: work.procedure, entries }), complainedAbout };
  return decideAndWrite(context, { asked, named, caller, work, held: row, state });
}

/** The complaint as it is held, taken over where this is the first command on it; or why nobody works on it here. */
async function heldFor(
  context: StreamContext,
  asked: CommandAsked,
  { caller, work, locked: { found, read } }: Begun<Locked>,
): Promise<Held | CommandResult> {
  const of = { schema: context.stream.name, complaintId: asked.id };
  const isOpen = found !== null && !found.isClosed;
  const isBegun = read.held === null && isOpen && (await takeOverFirst(context, work, { asked, caller }));
  if (typeof isBegun === 'object') return isBegun;
  const { held: row, ...told } = isBegun ? await readCase(work.transaction, of) : read;
  if (row === null || found?.isClosed === true) return absent(context, { ...of, isLive: row !== null });
  return { row, ...told, isBegun };
}

async function decideAndWrite(context: StreamContext, standing: Standing): Promise<CommandResult> {
  const { asked, named, caller, work, state } = standing;
  const { id, command, words = [], parties = [], files = [] } = asked;
  const people = (namedIn(command) ?? []).map(({ person }) => person);
  const keptOut = await readKeptOut(work.transaction, context.stream.name, { complaintId: id, people });
  const decision = decideOn(work, { command, state, caller, complaintId: id, keptOut });
  if (decision.isRefused)
    return commandRefused(decision.refusal, shownPermitted(context.stream, { state, caller }));
  const brings = words.length + parties.length + files.length > 0;
  if (brings && (await isAnonymised(work, id))) return peopleGone();
  const place = state.version + 1;
  const entry: TimelineEntry = {
    ...{ place, stage: decision.stage, facts: decision.facts },
    ...{ by: caller.subject, at: work.now.toISOString() },
  };
  const [isNoted, related] = await Promise.all([
    noteDone(context, named, { complaintId: id, place, now: work.now }),
    lockStages(work.transaction, context.stream.name, { complaintId: id }),
  ]);
  if (!isNoted) return keyTaken();
  await writeDecided(standing, { entry, related });
  await noteOfCommand(context, { action: 'CASE_COMMAND', complaintId: id });
  return doneNow(id, entry);
}

/** Writes what was decided, with its words and people, and how the complaint stands with it. */
async function writeDecided(
  { asked, caller, work, held, state }: Standing,
  { entry, related }: Pick<EntryWritten, 'entry' | 'related'>,
): Promise<void> {
  const { id: complaintId, words = [] } = asked;
  const { procedure, now } = work;
  const after = applyEntry({ procedure, state, entry });
  const { place, facts } = entry;
  const parties = partyRows({ complaintId, place, now, parties: asked.parties ?? [], facts });
  const projected = await projectionOf(work, { complaintId, related, after, caller, entry, words, parties });
  await writeEntry(work, {
    ...{ complaintId, authority: projected.authority, before: held, after, entry, words },
    ...{ parties, related, stages: stagesOfCase(after, projected) },
  });
}

/** Notes what somebody did, and has the complaint read anew by what is asked of it in the same operation. */
export async function noteOfCommand(
  context: StreamContext,
  { action, complaintId }: { readonly action: 'CASE_RECORD' | 'CASE_COMMAND'; readonly complaintId: string },
): Promise<void> {
  context.complaints.clear(complaintId);
  context.liveCases.clear(complaintId);
  context.timelines.clear(complaintId);
  context.partiesOf.clear(complaintId);
  context.closed.forget();
  await recordAudit(context, { schema: context.stream.name, action, recordIds: [complaintId] });
}

/** A complaint that is kept in an inherited system is told of; one that is not for the caller to see does not exist. */
async function absent(
  { transaction }: StreamContext,
  { isLive, ...of }: { readonly schema: string; readonly complaintId: string; readonly isLive: boolean },
): Promise<CommandResult> {
  const system = isLive ? null : await systemOf(transaction, of);
  return system === null ? caseNotFound() : keptElsewhere(system);
}

const shown = (complaintId: string, entries: readonly TimelineEntry[]) =>
  entries.map((entry) => ({ ...entry, complaintId }));
