import { createHash } from 'node:crypto';
import type { ComplainantAccount } from '../../contracts/records/stage';
import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import { historicStageId } from '../stages/ids';
import type { StageState } from '../stages/stage-state';
import type { StageRow } from '../tables/case-tables';
import { answerDueOn, type Counting } from './limits-of-stage';

/** The name of this product among the systems that stages come from. */
export const CASEWORK = 'casework';

/** What a live complaint's stages are made of, besides its timeline. */
export interface Projected extends Counting {
  readonly stream: string;
  /** What stages that are made here share: the key of the command that recorded it, or the complaint's id where it was taken over. */
  readonly caseKey: string;
  readonly reference: string;
  /** As the complaint's stages are held so far. */
  readonly held: readonly StageRow[];
  /** Who complained and what they said, where somebody may write it now; else null, and it stays as it is. */
  accountOf(stage: number): ComplainantAccount | null;
  /** What the stream alone records of a stage. */
  ownOf(stage: number): Readonly<Record<string, string | null>>;
}

/** The id of the stage with which a complaint begins that a command of this key records. */
export const recordedStageId = (stream: string, key: string, stage: number): string =>
  historicStageId({ stream, source: CASEWORK, key: `${key}/${stage}` });

/** The stages of a live complaint as they are to stand, for figures and for all who read complaints; none of what was settled. */
export const stagesOfCase = (state: CaseState, projected: Projected): StageState[] =>
  state.isSettled ? [] : state.stages.map((stage) => stageStateOf(state, stage, projected));

function stageStateOf(state: CaseState, stage: StageOfCase, projected: Projected): StageState {
  const held = projected.held.find(({ number }) => number === stage.number) ?? null;
  const isLatest = stage.number === state.stages.at(-1)?.number;
  const named = { ...namesOf(stage, held, projected), ...subjectOf(state, held, isLatest) };
  const row = { ...named, ...daysOf(stage, held, projected) };
  return {
    row: { ...row, content_hash: hashOf(row) },
    account: projected.accountOf(stage.number),
    own: projected.ownOf(stage.number),
  };
}

/** A stage that stands keeps its names, also one that came over from another system; one that follows joins it. */
function namesOf(
  stage: StageOfCase,
  held: StageRow | null,
  { stream, caseKey, reference, held: all }: Projected,
) {
  if (held !== null) {
    const { id, source, key, case_key, parent_key, own_key } = held;
    return { id, source, key, case_key, parent_key, own_key, reference: held.reference, number: held.number };
  }
  const before = all.find(({ number }) => number === stage.number - 1);
  const isFollowing = before !== undefined && before.source !== CASEWORK;
  return {
    id: recordedStageId(stream, caseKey, stage.number),
    source: isFollowing ? before.source : CASEWORK,
    key: `${caseKey}/${stage.number}`,
    case_key: isFollowing ? before.case_key : caseKey,
    parent_key: isFollowing ? before.own_key : null,
    own_key: null,
    reference: before?.reference ?? reference,
    number: stage.number,
  };
}

/** What the complaint is about changes where it is worked on: at its latest stage. Those before it stay as they were. */
function subjectOf(state: CaseState, held: StageRow | null, isLatest: boolean) {
  const isKept = held !== null && !isLatest;
  return {
    service_id: isKept ? held.service_id : state.serviceId,
    service_written: held?.service_written ?? null,
    directorate_id: held?.directorate_id ?? null,
    theme: isKept ? held.theme : state.theme,
    channel: held === null || isLatest ? state.channel : held.channel,
    channel_written: held?.channel_written ?? null,
    closure_code_written: held?.closure_code_written ?? null,
    service_decided: held?.service_decided ?? false,
    channel_decided: held?.channel_decided ?? false,
    closure_code_decided: held?.closure_code_decided ?? false,
  };
}

function daysOf(stage: StageOfCase, held: StageRow | null, counting: Counting) {
  return {
    route: stage.route,
    received_on: stage.receivedOn,
    acknowledged_on: stage.acknowledgedOn,
    due_on: dueOn(stage, held, counting),
    answered_on: stage.answeredOn,
    closed_on: stage.endedOn,
    ended: stage.endedOn !== null,
    outcome: stage.outcome,
    closure_reason: stage.closureReason,
  };
}

/** An inherited stage is due by what its system counted, until it is extended here. */
function dueOn(stage: StageOfCase, held: StageRow | null, counting: Counting): string | null {
  const counted = answerDueOn(counting, stage);
  if (!stage.isInherited || held === null) return counted;
  const extended = stage.extensions.findLast(({ limit }) => limit === 'ANSWER');
  return extended?.to ?? held.due_on ?? counted;
}

/** Changes whenever anything of the stage does. */
const hashOf = (row: object): string => createHash('sha256').update(JSON.stringify(row)).digest('hex');
