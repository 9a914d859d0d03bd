import { londonDayOf } from '../../domain/calendar/day';
import { applyEntry } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { Facts, FactsOf, TimelineEntry } from '../../domain/procedure/command';
import { lockName } from '../../platform/transaction/lock-name';
import type { StreamContext } from '../reading/loaders';
import { addConflicts } from '../restrictions/conflicts';
import { publishClosed } from '../restrictions/publish-closed';
import { complaintIdFor } from '../stages/ids';
import type { StageState } from '../stages/stage-state';
import { callUnusable, noteCall } from './call-recorded';
import { decideOn } from './case-work';
import { type Begun, doneNow, doOnce, noteDone } from './commands-done';
import { noteOfCommand } from './do-command';
import { noteLiveSince } from './live-since';
import type { OwnValues, Words } from './live-stage';
import { ownOfCase } from './own-of-case';
import { accountOf, type NewParty, partyRows } from './parties';
import { nextReference } from './reference';
import { type CommandResult, commandRefused, keyTaken } from './refusals';
import { CASEWORK, recordedStageId, stagesOfCase } from './stages-of-case';
import type { CasePartyRow } from './tables';
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

/** A complaint that may begin, with the entry that begins its timeline. */
interface Beginning {
  readonly asked: RecordAsked;
  readonly complaintId: string;
  readonly entry: TimelineEntry;
}

/**
 * Records a complaint that begins here, or says why not. Who is complained about gets a conflict of interest in the same
 * transaction, and stands in no fact. The same key records one complaint, whoever asks how often.
 */
export const recordCase = (context: StreamContext, asked: RecordAsked): Promise<CommandResult> =>
  doOnce(context, asked, {
    lock: () => lockName(context.transaction, `${context.stream.name}.command/${asked.key}`),
    first: (begun) => recordFirst(context, asked, begun),
  });

async function recordFirst(
  context: StreamContext,
  asked: RecordAsked,
  { named, caller, work }: Begun<void>,
): Promise<CommandResult> {
  const decision = decideOn(work, { command: asked.command, state: null, caller });
  if (decision.isRefused) return commandRefused(decision.refusal, []);
  const callTaken = await callUnusable(context, asked.command.callId);
  if (callTaken !== null) return callTaken;
  const { stage, facts } = decision;
  const complaintId = complaintIdFor(recordedStageId(context.stream.name, asked.key, stage));
  if (!(await noteDone(context, named, { complaintId, place: 1, now: work.now }))) return keyTaken();
  const entry: TimelineEntry = {
    ...{ place: 1, stage, facts: withoutPeople(facts) },
    ...{ by: caller.subject, at: work.now.toISOString() },
  };
  await begin(context, work, { asked, complaintId, entry });
  await noteOfCommand(context, { action: 'CASE_RECORD', complaintId });
  return doneNow(complaintId, entry);
}

/** Writes a complaint that begins, and keeps away from it whom it is about. */
async function begin(context: StreamContext, work: CaseWork, beginning: Beginning): Promise<void> {
  const { asked, complaintId, entry } = beginning;
  const { transaction, stream, procedure, now } = work;
  const { key: caseKey, command, words } = asked;
  const stageId = recordedStageId(stream.name, caseKey, entry.stage);
  const after = applyEntry({ procedure, state: null, entry });
  const related = await lockStages(transaction, stream.name, { stageId, caseKey, source: CASEWORK });
  const parties = partyRows({ complaintId, place: 1, now, parties: asked.parties });
  const stages = await stagesBegun(work, { ...beginning, after, parties });
  const { authority } = context;
  await writeEntry(work, {
    ...{ complaintId, authority, before: null, after, entry, words, parties, related, stages },
  });
  await noteCall(context, { callId: command.callId, complaintId });
  await noteLiveSince(transaction, { schema: stream.name, day: londonDayOf(now) });
  await keepAway(context, { complaintId, stageId, subjects: command.complainedAbout });
}

/** The first stage as it is to stand, with a reference of its own. */
async function stagesBegun(
  { transaction, stream, procedure, calendars }: CaseWork,
  {
    asked: { key: caseKey, words, own: ofStage = {} },
    entry,
    after,
    parties,
  }: Beginning & { readonly after: CaseState; readonly parties: readonly CasePartyRow[] },
): Promise<StageState[]> {
  const own = { byStage: new Map([[entry.stage, ofStage]]), parties: [] };
  const ownOf = ownOfCase(stream, { after, entry, words, parties, own });
  return stagesOfCase(after, {
    ...{ procedure, calendars, stream: stream.name, caseKey, held: [] },
    reference: await nextReference(transaction, stream.name),
    accountOf: () => accountOf(parties, words),
    ownOf: (number) => ownOf.get(number)?.values ?? {},
  });
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
