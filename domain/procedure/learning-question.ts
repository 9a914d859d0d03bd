import type { Day } from '../calendar/day';
import type { CaseState, StageOfCase } from './case-state';
import type { CaseCaller, CommandRefusal, RefusalCode } from './command';
import type { PromiseOfCase, RecommendationOfCase } from './learning';
import type { LearningFacts } from './learning-facts';

/** What is looked at when something is to be learned of an answer. */
export interface LearningQuestion<Command extends LearningFacts = LearningFacts> {
  readonly command: Command;
  readonly state: CaseState;
  readonly today: Day;
  readonly caller: CaseCaller;
}

/** The same, once there is an answer: with the latest stage that has one. */
export interface AnsweredQuestion<Command extends LearningFacts = LearningFacts>
  extends LearningQuestion<Command> {
  readonly stage: StageOfCase;
  readonly answeredOn: Day;
}

/** Whether fault was found, in whole or in part. */
export const hasFault = ({ outcome }: StageOfCase): boolean =>
  outcome === 'UPHELD' || outcome === 'PARTIALLY_UPHELD';

/** Whether a promise is still to be kept. */
export const isOpenPromise = ({ keptOn, droppedOn }: PromiseOfCase): boolean =>
  keptOn === null && droppedOn === null;

/** Whether something may yet become of a recommendation. */
export const isToFollow = ({ became }: RecommendationOfCase): boolean =>
  became === null || became === 'AGREED';

/** A refusal for the sake of good order: no law says how a council learns. */
export const learningRefusal = (
  code: RefusalCode,
  message: string,
  part: string | null = null,
): CommandRefusal => ({ ...{ code, message, part }, source: null });
