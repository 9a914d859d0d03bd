import type { Day } from '../calendar/day';
import type { CaseState, StageOfCase } from './case-state';
import type { CommandRefusal, Decision } from './command';
import type { CaseRole, LearningEvent } from './events';
import {
  type AnsweredQuestion,
  hasFault,
  isOpenPromise,
  isToFollow,
  type LearningQuestion,
  learningRefusal,
} from './learning-question';
import { refuseImprovement } from './refuse-improvement';
import { refusePromise } from './refuse-promise';

/** To whom what is learned is open. That a promise is given up is the central team's to say. */
export const LEARNING_ROLES: Readonly<Record<LearningEvent, readonly CaseRole[]>> = {
  promise: ['officer', 'manager'],
  keepPromise: ['officer', 'manager'],
  movePromise: ['officer', 'manager'],
  dropPromise: ['officer'],
  nameCauses: ['officer', 'manager'],
  recommend: ['officer'],
  followRecommendation: ['officer', 'manager'],
};

/**
 * Whether something may be learned of an answer: a change, or a refusal. No law says what; good order does. It is open from
 * the first answer on in every state, and belongs to the latest stage that was answered.
 */
export function decideLearning(ask: LearningQuestion): Decision {
  const { command, state, caller } = ask;
  const answered = answeredStage(state);
  if (answered === null) return refused(NOT_ANSWERED);
  if (!LEARNING_ROLES[command.event].includes(caller.role))
    return refused(learningRefusal('ROLE_NOT_PERMITTED', NOT_YOUR_ROLE));
  const { serviceId } = state;
  if (caller.role === 'manager' && (serviceId === null || !caller.services.includes(serviceId)))
    return refused(learningRefusal('SERVICE_NOT_OWN', NOT_YOUR_SERVICE));
  const refusal = refusalOf({ ...ask, ...answered });
  if (refusal !== null) return refused(refusal);
  return { isRefused: false, stage: answered.stage.number, facts: command };
}

/** Which events of learning are open for a complaint as it stands: none before an answer. */
export function permittedLearning(state: CaseState): readonly LearningEvent[] {
  if (answeredStage(state) === null) return [];
  const { promises, recommendations } = state.learning;
  return [
    ...(['promise', 'nameCauses'] as const),
    ...(promises.some(isOpenPromise) ? (['keepPromise', 'movePromise', 'dropPromise'] as const) : []),
    ...(state.stages.some(hasFault) ? (['recommend'] as const) : []),
    ...(recommendations.some(isToFollow) ? (['followRecommendation'] as const) : []),
  ];
}

const refused = (refusal: CommandRefusal): Decision => ({ isRefused: true, refusal });

const NOT_ANSWERED = learningRefusal(
  'EVENT_NOT_PERMITTED',
  'No stage of this complaint was answered yet. Answer it first: promises, causes and recommendations belong to an answer.',
);
const NOT_YOUR_ROLE = 'This is for officers of the complaints team. Ask one of them.';
const NOT_YOUR_SERVICE =
  'The complaint is about another service. Its manager or the complaints team can do this.';

function answeredStage(state: CaseState): { readonly stage: StageOfCase; readonly answeredOn: Day } | null {
  const stage = state.stages.findLast(({ answeredOn }) => answeredOn !== null);
  return stage === undefined || stage.answeredOn === null ? null : { stage, answeredOn: stage.answeredOn };
}

function refusalOf(ask: AnsweredQuestion): CommandRefusal | null {
  const { command } = ask;
  switch (command.event) {
    case 'nameCauses':
    case 'recommend':
    case 'followRecommendation':
      return refuseImprovement({ ...ask, command });
    default:
      return refusePromise({ ...ask, command });
  }
}
