import { dayWords } from '../../../domain/figures/days';
import { closureReasonName, findingName, routeName } from '../../../domain/figures/names';
import type { ComplaintPagePartsFragment } from '../../operations/__generated__/operations';
import { type StageState, stageState } from '../complaints/stage-state';
import { type Limit, limitWords } from './limit';

export type ComplaintParts = ComplaintPagePartsFragment;
export type StageParts = NonNullable<ComplaintParts['stages']>[number];

/** One stage of a complaint, in words. */
export interface TimelineStage {
  readonly title: string;
  readonly reference: string | null;
  /** "Received 3 June 2021, due 17 June 2021 (10 working days), answered 15 June 2021". */
  readonly clock: string;
  readonly state: StageState;
  readonly facts: readonly Fact[];
}

/** A name and what is recorded under it. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The stages of a complaint in their order; `limits` are those of the stages, in the same order. */
export function timelineOf(complaint: ComplaintParts, limits: readonly (Limit | null)[]): TimelineStage[] {
  return (complaint.stages ?? []).map((stage, index) =>
    timelineStage(complaint, stage, limits[index] ?? null),
  );
}

function timelineStage(complaint: ComplaintParts, stage: StageParts, limit: Limit | null): TimelineStage {
  const isOpen = complaint.status === 'OPEN' && complaint.stage === stage.stage && stage.answeredOn === null;
  const asAt = complaint.overdueAsAt;
  const state = stageState({ ...stage, isOpen }, asAt);
  const isDated = isOpen && asAt !== null && stage.dueOn !== null;
  return {
    title: `Stage ${stage.stage}`,
    reference: stage.reference,
    clock: clockWords(stage, limit),
    state: isDated ? { ...state, words: `${state.words} as at ${dayWords(asAt)}` } : state,
    facts: stageFacts(stage, isOpen),
  };
}

function clockWords({ receivedOn, dueOn, answeredOn }: StageParts, limit: Limit | null): string {
  const length = limitWords(dueOn, limit);
  const due =
    dueOn === null ? 'no due date' : `due ${dayWords(dueOn)}${length === null ? '' : ` (${length})`}`;
  const answered = answeredOn === null ? 'not answered' : `answered ${dayWords(answeredOn)}`;
  return `Received ${dayWords(receivedOn)}, ${due}, ${answered}`;
}

function stageFacts(stage: StageParts, isOpen: boolean): Fact[] {
  const { route, outcome, closureReason, service, theme } = stage;
  return [
    ...(route === null ? [] : [{ name: 'Reached', value: routeName(route) }]),
    ...(isOpen
      ? []
      : [
          { name: 'Finding', value: findingName(outcome) },
          { name: 'Ended because', value: closureReasonName(closureReason) },
        ]),
    { name: 'Service', value: service ?? 'Not recorded' },
    { name: 'About', value: theme ?? 'Not recorded' },
  ];
}
