import type { Day } from './calendar/day';

/** Findings: what an investigation decided. A stage without one has none (null), never a stand-in for one. */
export const OUTCOMES = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a stage ended, apart from what was found: a withdrawn complaint has a reason and no finding. */
export const CLOSURE_REASONS = [
  'ANSWERED',
  'RESOLVED_INFORMALLY',
  'WITHDRAWN',
  'OUTSIDE_SCOPE',
  'NO_CONSENT',
  'MERGED',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/**
 * Whether the answer came on or before the day it was due (an agreed extension is already in that day). Null where
 * there is no answer, or no due day to hold it against: not known is not late.
 */
export function isAnsweredInTime(stage: {
  readonly answeredOn: Day | null;
  readonly dueOn: Day | null;
}): boolean | null {
  if (stage.answeredOn === null || stage.dueOn === null) return null;
  return stage.answeredOn <= stage.dueOn;
}

/**
 * Whether an answer is still owed after the day it was due; on the day itself it is not yet. `ended` says that the
 * stage was answered or closed, which is never overdue. Null where it is open and no due day is known.
 */
export function isOverdue(stage: {
  readonly ended: boolean;
  readonly dueOn: Day | null;
  readonly today: Day;
}): boolean | null {
  if (stage.ended) return false;
  return stage.dueOn === null ? null : stage.today > stage.dueOn;
}
