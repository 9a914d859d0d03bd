import type { Words } from '../../casework/live/live-stage';
import type { CaseEvent } from '../../domain/procedure/events';

/** What is written at a command, by what it is. */
const PARTS: Partial<Readonly<Record<CaseEvent, string>>> = {
  ...{ record: 'SUMMARY', note: 'NOTE', promise: 'PROMISE', keepPromise: 'EVIDENCE', movePromise: 'REASON' },
  ...{ dropPromise: 'REASON', recommend: 'RECOMMENDATION', followRecommendation: 'REASON' },
};

/** The words that come with a command of a sequence: the same with every one of its kind. */
export function wordsOf(event: CaseEvent): readonly Words[] {
  const part = PARTS[event];
  return part === undefined ? [] : [{ part, words: `Made up of a ${event}.` }];
}
