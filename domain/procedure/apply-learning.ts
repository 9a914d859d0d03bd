import type { Facts, FactsOf } from './command';
import { type CaseEvent, LEARNING_EVENTS } from './events';
import type { LearningOfCase, PromiseOfCase, RecommendationOfCase } from './learning';
import type { LearningFacts } from './learning-facts';

const LEARNING: ReadonlySet<CaseEvent> = new Set(LEARNING_EVENTS);

/** Whether something that happened is about what is learned of an answer, and leaves the procedure where it was. */
export const isLearning = (facts: Facts): facts is LearningFacts => LEARNING.has(facts.event);

/** What is learned of a complaint after one more entry of its timeline. */
export function applyLearning(
  learning: LearningOfCase,
  entry: { readonly place: number; readonly stage: number; readonly facts: LearningFacts },
): LearningOfCase {
  const { facts } = entry;
  switch (facts.event) {
    case 'promise':
      return { ...learning, promises: [...learning.promises, promised(entry, facts)] };
    case 'keepPromise':
      return changePromise(learning, facts.promise, () => ({ keptOn: facts.on }));
    case 'movePromise':
      return changePromise(learning, facts.promise, (promise) => moved(promise, facts));
    case 'dropPromise':
      return changePromise(learning, facts.promise, () => ({ droppedOn: facts.on }));
    case 'nameCauses':
      return { ...learning, causes: withCauses(learning.causes, entry.stage, facts.causes) };
    case 'recommend':
      return { ...learning, recommendations: [...learning.recommendations, recommended(entry, facts)] };
    case 'followRecommendation':
      return followed(learning, facts);
  }
}

const promised = (
  { place, stage }: { readonly place: number; readonly stage: number },
  { owner, serviceId, dueOn }: FactsOf<'promise'>,
): PromiseOfCase => ({
  ...{ place, stage, owner, serviceId, dueOn },
  ...{ firstDueOn: dueOn, countsBy: dueOn, keptOn: null, droppedOn: null },
});

/** Whoever moves a day that is over moves it for those who wait; what is late stays late. */
const moved = (promise: PromiseOfCase, { on, to }: FactsOf<'movePromise'>): Partial<PromiseOfCase> => ({
  dueOn: to,
  countsBy: on > promise.countsBy ? promise.countsBy : to,
});

function changePromise(
  learning: LearningOfCase,
  place: number,
  change: (promise: PromiseOfCase) => Partial<PromiseOfCase>,
): LearningOfCase {
  return {
    ...learning,
    promises: learning.promises.map((promise) =>
      promise.place === place ? { ...promise, ...change(promise) } : promise,
    ),
  };
}

const recommended = (
  { place, stage }: { readonly place: number; readonly stage: number },
  { owner, serviceId, dueOn }: FactsOf<'recommend'>,
): RecommendationOfCase => ({ ...{ place, stage, owner, serviceId, dueOn }, became: null, becameOn: null });

const followed = (
  learning: LearningOfCase,
  { recommendation, became, on }: FactsOf<'followRecommendation'>,
): LearningOfCase => ({
  ...learning,
  recommendations: learning.recommendations.map((held) =>
    held.place === recommendation ? { ...held, became, becameOn: on } : held,
  ),
});

/** The causes that a stage's answer names take the place of those that it named before. */
function withCauses(
  held: LearningOfCase['causes'],
  stage: number,
  causes: FactsOf<'nameCauses'>['causes'],
): LearningOfCase['causes'] {
  const others = held.filter((named) => named.stage !== stage);
  if (causes.length === 0) return others;
  return [...others, { stage, causes }].sort((one, other) => one.stage - other.stage);
}
