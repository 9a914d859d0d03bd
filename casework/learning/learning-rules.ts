import type { CaseState } from '../../domain/procedure/case-state';
import { LEARNING_ROLES, permittedLearning } from '../../domain/procedure/decide-learning';
import { type CaseEvent, LEARNING_EVENTS, type LearningEvent } from '../../domain/procedure/events';
import { latestStage } from '../../domain/procedure/permitted';
import type { EventRule } from '../../domain/procedure/stage-version';

/** The verb and the noun of the mutation that does what an event says. */
const NAMES: Readonly<Record<LearningEvent, readonly [string, string]>> = {
  promise: ['promise', 'Action'],
  keepPromise: ['complete', 'Action'],
  movePromise: ['move', 'Action'],
  dropPromise: ['drop', 'Action'],
  nameCauses: ['name', 'Causes'],
  recommend: ['recommend', 'Improvement'],
  followRecommendation: ['follow', 'Recommendation'],
};

const LEARNING: ReadonlySet<CaseEvent> = new Set(LEARNING_EVENTS);

/** Whether an event is about what is learned of an answer. */
export const isLearningEvent = (event: CaseEvent): event is LearningEvent => LEARNING.has(event);

/** The name of the mutation that does it: verb, stream, noun. */
export function learningMutation(event: LearningEvent, stream: string): string {
  const [verb, noun] = NAMES[event];
  return `${verb}${stream.charAt(0).toUpperCase()}${stream.slice(1)}${noun}`;
}

/** What may be learned of a complaint as it stands, as a procedure would say it: no law asks for it, and no state changes. */
export const learningRules = (state: CaseState): EventRule[] =>
  permittedLearning(state).map((event) => ({
    ...{ event, from: [latestStage(state).state], leads: 'SAME' },
    ...{ roles: LEARNING_ROLES[event], source: null },
  }));
