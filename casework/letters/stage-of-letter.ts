import { type FittingLetter, fittingLetters } from '../../domain/letters/fitting-letters';
import { type LetterTemplate, templateFor } from '../../domain/letters/letter';
import { caseOf } from '../../domain/procedure/case-of';
import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import { latestStage, permittedEvents, versionOfStage } from '../../domain/procedure/permitted';
import type { StageVersion } from '../../domain/procedure/stage-version';
import { liveCaller } from '../live/live-caller';
import { entryOf } from '../live/read-case';
import type { StreamContext } from '../reading/loaders';
import { sentKinds } from './read-letters';
import type { LetterRow } from './tables';

/** A live complaint as its letters see it: what its timeline tells, and its latest stage. */
export interface CaseOfLetters {
  readonly complaintId: string;
  readonly entries: readonly TimelineEntry[];
  readonly state: CaseState;
  readonly stage: StageOfCase;
  readonly version: StageVersion;
}

/** How a complaint stands whose letters are asked for; null where nobody works on it here, or no procedure holds for it. */
export async function caseOfLetters(
  context: StreamContext,
  complaintId: string,
): Promise<CaseOfLetters | null> {
  const entries = (await context.timelines.load(complaintId)).map(entryOf);
  if (entries.length === 0) return null;
  const procedure = context.stream.liveProcedure;
  const state = caseOf({ procedure, entries });
  const stage = latestStage(state);
  const version = versionOfStage(procedure, stage);
  return version && { complaintId, entries, state, stage, version };
}

/** Whether the procedure lets the caller write letters of the complaint as it stands. */
export function mayWrite({ identity, stream }: StreamContext, { state }: CaseOfLetters): boolean {
  const role = liveCaller(identity, stream.name)?.role;
  const rules = permittedEvents({ procedure: stream.liveProcedure, state });
  return rules.some(
    ({ event, roles }) => event === 'sendLetter' && role !== undefined && roles.includes(role),
  );
}

/** Which letters fit a complaint as it stands, what most likely comes next first. */
export async function lettersThatFit(context: StreamContext, held: CaseOfLetters): Promise<FittingLetter[]> {
  const { stage, version, complaintId } = held;
  const sent = await sentKinds(context, { complaintId, stage: stage.number });
  return fittingLetters({ templates: context.stream.letters ?? [], stage, version, sent });
}

/** The template of a letter, as the rules of its stage have it; null where there is none any more. */
export function templateIn(
  { stream }: Pick<StreamContext, 'stream'>,
  { state }: CaseOfLetters,
  { kind, stage }: Pick<LetterRow, 'kind' | 'stage'>,
): LetterTemplate | null {
  const receivedOn = state.stages.find(({ number }) => number === stage)?.receivedOn;
  return receivedOn === undefined ? null : templateFor(stream.letters ?? [], { kind, stage, receivedOn });
}

/** The same, where the complaint was not read yet. */
export async function templateOf(context: StreamContext, row: LetterRow): Promise<LetterTemplate | null> {
  const held = await caseOfLetters(context, row.complaint_id);
  return held && templateIn(context, held, row);
}
