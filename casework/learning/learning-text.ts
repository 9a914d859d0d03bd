import type { LearningFacts } from '../../domain/procedure/learning-facts';
import { inWords } from '../live/in-words';

type Sentences = {
  readonly [Event in LearningFacts['event']]: (
    facts: Extract<LearningFacts, { readonly event: Event }>,
  ) => string;
};

const by = (dueOn: string | null): string => (dueOn === null ? '' : `, by ${dueOn}`);
const owned = (owner: string | null): string => (owner === null ? '' : `, with ${owner}`);

/** What was promised, learned and recommended, each in a sentence without what was written. */
export const LEARNING_SENTENCES: Sentences = {
  promise: ({ owner, dueOn }) => `An action was promised${owned(owner)}${by(dueOn)}.`,
  keepPromise: ({ promise, on }) => `The promise of entry ${promise} was kept on ${on}.`,
  movePromise: ({ promise, to }) => `The promise of entry ${promise} was given another day: ${to}.`,
  dropPromise: ({ promise }) => `The promise of entry ${promise} was given up.`,
  nameCauses: ({ causes }) =>
    causes.length === 0
      ? 'Nothing was named as behind it.'
      : `What was behind it was named: ${causes.map(inWords).join(', ')}.`,
  recommend: ({ owner, dueOn }) => `An improvement was recommended${owned(owner)}${by(dueOn)}.`,
  followRecommendation: ({ recommendation, became }) =>
    `The recommendation of entry ${recommendation} was ${inWords(became)}.`,
};
