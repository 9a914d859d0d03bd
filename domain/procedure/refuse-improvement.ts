import type { CommandRefusal, FactsOf } from './command';
import { type AnsweredQuestion, hasFault, isToFollow, learningRefusal } from './learning-question';

type OfImprovement = FactsOf<'nameCauses' | 'recommend' | 'followRecommendation'>;

/** What is in the way of naming causes, recommending an improvement or saying what became of one; null where nothing is. */
export function refuseImprovement(ask: AnsweredQuestion<OfImprovement>): CommandRefusal | null {
  const { command } = ask;
  if (command.event === 'nameCauses') return refuseCauses({ ...ask, command });
  if (command.event === 'followRecommendation') return refuseFollowing({ ...ask, command });
  if (!ask.state.stages.some(hasFault)) return NO_FAULT;
  if (command.serviceId === null) return NO_SERVICE;
  return command.dueOn !== null && command.dueOn < ask.answeredOn ? DUE_BEFORE_ANSWER : null;
}

function refuseCauses({
  command,
  state,
  stage,
}: AnsweredQuestion<FactsOf<'nameCauses'>>): CommandRefusal | null {
  const held = state.learning.causes.find((named) => named.stage === stage.number)?.causes ?? [];
  const isSame =
    held.length === command.causes.length && held.every((cause) => command.causes.includes(cause));
  return isSame ? SAME_CAUSES : null;
}

function refuseFollowing(ask: AnsweredQuestion<FactsOf<'followRecommendation'>>): CommandRefusal | null {
  const { command, state, today } = ask;
  const held = state.learning.recommendations.find(({ place }) => place === command.recommendation);
  if (held === undefined) return UNKNOWN;
  if (!isToFollow(held)) return SETTLED;
  if (held.became === command.became) return SAME;
  if (command.on > today) return IN_FUTURE;
  const since = held.becameOn ?? state.stages.find(({ number }) => number === held.stage)?.answeredOn;
  if (since && command.on < since) return BEFORE_EARLIER;
  return command.became === 'DECLINED' && !command.hasReason ? NO_REASON : null;
}

const NO_FAULT = learningRefusal(
  'NO_FAULT_FOUND',
  'No answer to this complaint found fault. Recommendations follow from fault: note what else there is to say.',
);
const NO_SERVICE = learningRefusal('NOTHING_CHANGES', 'No service would improve. Say which.', 'serviceId');
const DUE_BEFORE_ANSWER = learningRefusal(
  'DAY_BEFORE_EARLIER_STEP',
  'The improvement would be due before the answer. Give a day on or after it, or none.',
  'dueOn',
);
const SAME_CAUSES = learningRefusal('NOTHING_CHANGES', 'The answer names these causes already.', 'causes');
const UNKNOWN = learningRefusal(
  'RECOMMENDATION_UNKNOWN',
  'This complaint has no such recommendation. Read its recommendations, and give the place of one.',
  'recommendation',
);
const SETTLED = learningRefusal(
  'RECOMMENDATION_SETTLED',
  'This recommendation was done or declined already. Make another where more is to be improved.',
  'recommendation',
);
const SAME = learningRefusal('NOTHING_CHANGES', 'That was said of it already.', 'became');
const IN_FUTURE = learningRefusal(
  'DAY_IN_FUTURE',
  'The day has not come yet. Give the day on which it was so, or wait.',
  'on',
);
const BEFORE_EARLIER = learningRefusal(
  'DAY_BEFORE_EARLIER_STEP',
  'The day is before what happened to it last. Give a day on or after that.',
  'on',
);
const NO_REASON = learningRefusal('REASON_MISSING', 'Say why it is declined.', 'reason');
