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

/** Such refusals by their names: of each its code, its sentence and the part that is meant. */
export const learningRefusals =
  <Name extends string>(
    said: Readonly<Record<Name, readonly [code: RefusalCode, message: string, part?: string]>>,
  ) =>
  (name: Name): CommandRefusal =>
    learningRefusal(said[name][0], said[name][1], said[name][2]);

/** When the answer was given that something was learned of; null where that stage was opened again. */
export const answeredOnOf = ({ stages }: CaseState, { stage }: Pick<PromiseOfCase, 'stage'>): Day | null =>
  stages.find(({ number }) => number === stage)?.answeredOn ?? null;

/** What is wrong with the day on which something became of what was learned: to come yet, or before what it follows. */
export function misplacedDay({
  on,
  today,
  since,
}: {
  readonly on: Day;
  readonly today: Day;
  readonly since: Day | null;
}): 'IN_FUTURE' | 'TOO_EARLY' | null {
  if (on > today) return 'IN_FUTURE';
  return since !== null && on < since ? 'TOO_EARLY' : null;
}
