import { londonDayOf } from '../../domain/calendar/day';
import { applyEntry } from '../../domain/procedure/case-of';
import type { CaseCaller, Facts, FactsOf, TimelineEntry } from '../../domain/procedure/command';
import { fingerprintOf } from '../../platform/server/named-command';
import { lockName } from '../../platform/transaction/lock-name';
import type { StreamContext } from '../reading/loaders';
import { addConflicts } from '../restrictions/conflicts';
import { publishClosed } from '../restrictions/publish-closed';
import { complaintIdFor } from '../stages/ids';
import { callUnusable, noteCall } from './call-recorded';
import { beginWork, decideOn, keyUnusable } from './case-work';
import { commandDone, noteDone } from './commands-done';
import { doneBefore, doneNow, noteOfCommand } from './do-command';
import { checkMayWork } from './live-caller';
import { noteLiveSince } from './live-since';
import type { OwnValues, Words } from './live-stage';
import { ownOfCase } from './own-of-case';
import { accountOf, type NewParty, partyRows } from './parties';
import { nextReference } from './reference';
import { type CommandResult, commandRefused, keyTaken } from './refusals';
import { CASEWORK, recordedStageId, stagesOfCase } from './stages-of-case';
import { type CaseWork, lockStages, writeEntry } from './write-entry';

/** A complaint to be recorded, with what was said and everybody in it. */
export interface RecordAsked {
  /** Names the command, and the complaint that begins with it: a UUID, the same when it is asked again. */
  readonly key: string;
  readonly command: FactsOf<'record'>;
  readonly words: readonly Words[];
  readonly parties: readonly NewParty[];
  /** What the stream alone takes with it. */
  readonly own?: OwnValues;
}

/** A complaint that may begin. */
interface Beginning {
  readonly asked: RecordAsked;
  readonly caller: CaseCaller;
  readonly facts: Facts;
  readonly stage: number;
  readonly complaintId: string;
}

/**
 * Records a complaint that begins here, or says why not. Who is complained about gets a conflict of interest in the same
 * transaction, and stands in no fact. The same key records one complaint, whoever asks how often.
 */
export async function recordCase(context: StreamContext, asked: RecordAsked): Promise<CommandResult> {
  const { stream, transaction } = context;
  const caller = checkMayWork(context.identity, stream.name);
  const unusable = keyUnusable(asked.key);
  if (unusable !== null) return unusable;
  const { key, ...what } = asked;
  const named = { key, fingerprint: fingerprintOf(what) };
  const work = await beginWork(context, key);
  await lockName(transaction, `${stream.name}.command/${key}`);
  const done = await commandDone(context, named);
  if (done !== null) return '__typename' in done ? done : doneBefore(context, done);
  const decision = decideOn(work, { command: asked.command, state: null, caller });
  if (decision.isRefused) return commandRefused(decision.refusal, []);
  const callTaken = await callUnusable(context, asked.command.callId);
  if (callTaken !== null) return callTaken;
  const { stage, facts } = decision;
  const complaintId = complaintIdFor(recordedStageId(stream.name, key, stage));
  const taken = !(await noteDone(context, named, { complaintId, place: 1, now: work.now }));
  return taken ? keyTaken() : begin(context, work, { asked, caller, facts, stage, complaintId });
}

async function begin(
  context: StreamContext,
  work: CaseWork,
  { asked, caller, facts, stage, complaintId }: Beginning,
): Promise<CommandResult> {
  const { key: caseKey, command, words } = asked;
  const { transaction, stream, procedure, calendars, now } = work;
  const stageId = recordedStageId(stream.name, caseKey, stage);
  const kept = withoutPeople(facts);
  const entry: TimelineEntry = { place: 1, stage, by: caller.subject, at: now.toISOString(), facts: kept };
  const after = applyEntry({ procedure, state: null, entry });
  const related = await lockStages(transaction, stream.name, { stageId, caseKey, source: CASEWORK });
  const parties = partyRows({ complaintId, place: 1, now, parties: asked.parties });
  const own = ownOfCase(stream, {
    after,
    entry,
    words,
    parties,
    own: { byStage: new Map([[stage, asked.own ?? {}]]), parties: [] },
  });
  const stages = stagesOfCase(after, {
    ...{ procedure, calendars, stream: stream.name, caseKey, held: [] },
    reference: await nextReference(transaction, stream.name),
    accountOf: () => accountOf(parties, words),
    ownOf: (number) => own.get(number)?.values ?? {},
  });
  const { authority } = context;
  await writeEntry(work, {
    ...{ complaintId, authority, before: null, after, entry, words, parties, related, stages },
  });
  await noteCall(context, { callId: command.callId, complaintId });
  await noteLiveSince(transaction, { schema: stream.name, day: londonDayOf(now) });
  await keepAway(context, { complaintId, stageId, subjects: command.complainedAbout });
  await noteOfCommand(context, { action: 'CASE_RECORD', complaintId });
  return doneNow(complaintId, entry);
}

/** Who is complained about is kept as a conflict of interest, where few see it, and not in the timeline. */
const withoutPeople = (facts: Facts): Facts =>
  facts.event === 'record' ? { ...facts, complainedAbout: [] } : facts;

/** Why somebody has a conflict of interest whom a complaint names. */
const NAMED = 'Named as complained about when the complaint was recorded';

async function keepAway(
  { transaction, stream, identity }: StreamContext,
  of: { readonly complaintId: string; readonly stageId: string; readonly subjects: readonly string[] },
): Promise<void> {
  if (of.subjects.length === 0) return;
  await transaction.query(addConflicts(stream.name, 'coalesce($1::text, gen_random_uuid()::text)'), [
    ...[null, of.complaintId, [of.stageId], 'COMPLAINED_ABOUT', NAMED, identity.subject],
    [...new Set(of.subjects)].sort(),
  ]);
  await publishClosed(transaction, stream.name, { complaintIds: [of.complaintId], isClosedAlone: false });
}
