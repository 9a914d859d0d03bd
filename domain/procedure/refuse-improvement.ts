import type { CommandRefusal, FactsOf } from './command';
import {
  type AnsweredQuestion,
  answeredOnOf,
  hasFault,
  isToFollow,
  learningRefusals,
  misplacedDay,
} from './learning-question';

type OfImprovement = FactsOf<'nameCauses' | 'recommend' | 'followRecommendation'>;

const refused = learningRefusals({
  NO_FAULT: [
    'NO_FAULT_FOUND',
    'No answer to this complaint found fault. Recommendations follow from fault: note what else there is to say.',
  ],
  NO_SERVICE: ['NOTHING_CHANGES', 'No service would improve. Say which.', 'serviceId'],
  DUE_BEFORE_ANSWER: [
    'DAY_BEFORE_EARLIER_STEP',
    'The improvement would be due before the answer. Give a day on or after it, or none.',
    'dueOn',
  ],
  SAME_CAUSES: ['NOTHING_CHANGES', 'The answer names these causes already.', 'causes'],
  UNKNOWN: [
    'RECOMMENDATION_UNKNOWN',
    'This complaint has no such recommendation. Read its recommendations, and give the place of one.',
    'recommendation',
  ],
  SETTLED: [
    'RECOMMENDATION_SETTLED',
    'This recommendation was done or declined already. Make another where more is to be improved.',
    'recommendation',
  ],
  SAME: ['NOTHING_CHANGES', 'That was said of it already.', 'became'],
  IN_FUTURE: ['DAY_IN_FUTURE', 'The day has not come yet. Give the day on which it was so, or wait.', 'on'],
  TOO_EARLY: [
    'DAY_BEFORE_EARLIER_STEP',
    'The day is before what happened to it last. Give a day on or after that.',
    'on',
  ],
  NO_REASON: ['REASON_MISSING', 'Say why it is declined.', 'reason'],
});

/** What is in the way of naming causes, recommending an improvement or saying what became of one; null where nothing is. */
export function refuseImprovement(ask: AnsweredQuestion<OfImprovement>): CommandRefusal | null {
  const { command } = ask;
  if (command.event === 'nameCauses') return refuseCauses({ ...ask, command });
  if (command.event === 'followRecommendation') return refuseFollowing({ ...ask, command });
  if (!ask.state.stages.some(hasFault)) return refused('NO_FAULT');
  if (command.serviceId === null) return refused('NO_SERVICE');
  return command.dueOn !== null && command.dueOn < ask.answeredOn ? refused('DUE_BEFORE_ANSWER') : null;
}

function refuseCauses({
  command,
  state,
  stage,
}: AnsweredQuestion<FactsOf<'nameCauses'>>): CommandRefusal | null {
  const held = state.learning.causes.find((named) => named.stage === stage.number)?.causes ?? [];
  const isSame =
    held.length === command.causes.length && held.every((cause) => command.causes.includes(cause));
  return isSame ? refused('SAME_CAUSES') : null;
}

function refuseFollowing(ask: AnsweredQuestion<FactsOf<'followRecommendation'>>): CommandRefusal | null {
  const { command, state, today } = ask;
  const held = state.learning.recommendations.find(({ place }) => place === command.recommendation);
  if (held === undefined) return refused('UNKNOWN');
  if (!isToFollow(held)) return refused('SETTLED');
  if (held.became === command.became) return refused('SAME');
  const since = held.becameOn ?? answeredOnOf(state, held);
  const misplaced = misplacedDay({ on: command.on, today, since });
  if (misplaced !== null) return refused(misplaced);
  return command.became === 'DECLINED' && !command.hasReason ? refused('NO_REASON') : null;
}
