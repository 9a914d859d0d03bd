import { applyEntry, caseOf } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command, TimelineEntry } from '../../domain/procedure/command';
import { namedIn } from '../../domain/procedure/commands/people';
import { recordAudit } from '../../platform/audit/record';
import { fingerprintOf, type NamedCommand } from '../../platform/server/named-command';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { readKeptOut } from '../restrictions/kept-out';
import { caseNotFound } from '../restrictions/refusals';
import { beginWork, decideOn, keyUnusable, shownPermitted } from './case-work';
import { commandDone, noteDone } from './commands-done';
import { checkMayWork } from './live-caller';
import type { Words } from './live-stage';
import { lockOther, otherUnknown } from './other-of-command';
import { type NewParty, partyRows } from './parties';
import { projectionOf } from './projection';
import { isAnonymised, readComplainedAbout, readLiveCase, readTimeline, systemOf } from './read-case';
import {
  type CommandDone,
  type CommandResult,
  commandRefused,
  complaintChanged,
  keptElsewhere,
  keyTaken,
  peopleGone,
} from './refusals';
import { stagesOfCase } from './stages-of-case';
import type { CommandDoneRow, LiveCaseRow } from './tables';
import { takeOverFirst, undoTakeOver } from './take-over/take-over-first';
import { type CaseWork, lockStages, writeEntry } from './write-entry';

/** A command on a live complaint, with what is written at it and whom it brings. */
export interface CommandAsked {
  /** Names the command: a UUID, the same when it is asked again. */
  readonly key: string;
  readonly id: string;
  /** The version of the complaint that was seen. */
  readonly version: number;
  readonly command: Exclude<Command, { readonly event: 'record' }>;
  readonly words?: readonly Words[];
  readonly parties?: readonly NewParty[];
}

/** A command under the lock of its complaint, which stands as it was seen. */
interface Standing {
  readonly asked: CommandAsked;
  readonly named: NamedCommand;
  readonly caller: CaseCaller;
  readonly held: LiveCaseRow;
  readonly state: CaseState;
}

/**
 * Does a command on a live complaint, or says why not. The same key is done once, and answered the same; of two people at
 * once one is told what the other did. All that it changes, with its audit entry, is the operation's one transaction. Throws
 * FORBIDDEN for whoever works on no complaint of the stream.
 */
export async function doCommand(context: StreamContext, asked: CommandAsked): Promise<CommandResult> {
  const caller = checkMayWork(context.identity, context.stream.name);
  const { key, ...what } = asked;
  const unusable = keyUnusable(key);
  if (unusable !== null) return unusable;
  const named = { key, fingerprint: fingerprintOf(what) };
  const work = await beginWork(context, key);
  await lockOther(context, asked);
  const found = await lockCase(context, asked.id);
  const done = await commandDone(context, named);
  if (done !== null) return '__typename' in done ? done : doneBefore(context, done);
  const of = { schema: context.stream.name, complaintId: asked.id };
  const before = await readLiveCase(work.transaction, of);
  const isOpen = found !== null && !found.isClosed;
  const isBegun = before === null && isOpen && (await takeOverFirst(context, work, { asked, caller }));
  if (typeof isBegun === 'object') return isBegun;
  const held = isBegun ? await readLiveCase(work.transaction, of) : before;
  if (held === null || found?.isClosed === true) return absent(context, { ...of, isLive: held !== null });
  const result = await doAsSeen(context, work, { asked, named, caller, held, isBegun });
  if (isBegun && result.__typename !== 'CommandDone') await undoTakeOver(work);
  return result;
}

/** The command on the complaint as it stands, where that is as it was seen; one that the command itself makes live was seen by nobody. */
async function doAsSeen(
  context: StreamContext,
  work: CaseWork,
  { isBegun, ...standing }: Omit<Standing, 'state'> & { readonly isBegun: boolean },
): Promise<CommandResult> {
  const { asked, held } = standing;
  const of = { schema: context.stream.name, complaintId: asked.id };
  const entries = await readTimeline(work.transaction, of);
  const seen = isBegun ? held.version : asked.version;
  if (held.version !== seen) return complaintChanged(held.version, shown(asked.id, entries.slice(seen)));
  const unknown = await otherUnknown(context, asked);
  if (unknown !== null) return unknown;
  const told = caseOf({ procedure: work.procedure, entries });
  const state = { ...told, complainedAbout: await readComplainedAbout(work.transaction, of) };
  return decideAndWrite(context, work, { ...standing, state });
}

async function decideAndWrite(
  context: StreamContext,
  work: CaseWork,
  { asked, named, caller, held, state }: Standing,
): Promise<CommandResult> {
  const { id, command, words = [], parties = [] } = asked;
  const people = (namedIn(command) ?? []).map(({ person }) => person);
  const keptOut = await readKeptOut(work.transaction, context.stream.name, { complaintId: id, people });
  const decision = decideOn(work, { command, state, caller, complaintId: id, keptOut });
  if (decision.isRefused)
    return commandRefused(decision.refusal, shownPermitted(context.stream, { state, caller }));
  const brings = words.length + parties.length > 0;
  if (brings && (await isAnonymised(work, id))) return peopleGone();
  const place = state.version + 1;
  const entry: TimelineEntry = {
    ...{ place, stage: decision.stage, facts: decision.facts },
    ...{ by: caller.subject, at: work.now.toISOString() },
  };
  if (!(await noteDone(context, named, { complaintId: id, place, now: work.now }))) return keyTaken();
  const after = applyEntry({ procedure: work.procedure, state, entry });
  const rows = partyRows({ complaintId: id, place, now: work.now, parties, facts: entry.facts });
  const related = await lockStages(work.transaction, context.stream.name, { complaintId: id });
  const projected = await projectionOf(work, {
    complaintId: id,
    related,
    after,
    caller,
    entry,
    words,
    parties: rows,
  });
  await writeEntry(work, {
    ...{ complaintId: id, authority: projected.authority, before: held, after, entry, words },
    ...{ parties: rows, related, stages: stagesOfCase(after, projected) },
  });
  await noteOfCommand(context, { action: 'CASE_COMMAND', complaintId: id });
  return doneNow(id, entry);
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

/** The answer to a command that was done before: the same as then. */
export async function doneBefore(
  { transaction, stream }: StreamContext,
  { complaint_id: complaintId, place }: CommandDoneRow,
): Promise<CommandResult> {
  const entries = await readTimeline(transaction, { schema: stream.name, complaintId });
  const entry = entries.find((each) => each.place === place);
  return entry === undefined ? caseNotFound() : doneNow(complaintId, entry);
}

export const doneNow = (complaintId: string, entry: TimelineEntry): CommandDone => ({
  ...{ __typename: 'CommandDone', complaintId, version: entry.place },
  entry: { ...entry, complaintId },
});

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
