import type { AsAt } from './counted-facts';
import type { Count } from './counts';
import { FIRST_VERSION, SOURCES } from './definition';
import { PROMISE_DUE, PROMISE_MADE, PROMISING_ANSWER } from './promise-facts';

const COUNT = { kind: 'count', unit: 'COUNT', ...FIRST_VERSION, source: SOURCES.promises } as const;
const OF_DUE_PROMISE = {
  ...COUNT,
  facts: PROMISE_DUE,
  datedBy: 'The day by which it was promised',
} as const;
const OF_PROMISING_ANSWER = { ...COUNT, facts: PROMISING_ANSWER, datedBy: 'The day of the answer' } as const;

const always = () => 'true';
const isOver = (column: string, { day }: AsAt) => `coalesce(${column} < ${day()}, false)`;
const isBy = (column: string, { day }: AsAt) => `coalesce(${column} <= ${day()}, false)`;

/** What is counted of the actions that answers promised. */
export const PROMISE_COUNTS = {
  PROMISES_MADE: {
    ...COUNT,
    facts: PROMISE_MADE,
    datedBy: 'The day of the answer that promised it',
    figure: 'promisesMade',
    title: 'Promises made',
    counts: 'Actions that answers promised, kept or not',
    polarity: 'NEITHER',
    holds: always,
  },
  PROMISES_DUE: {
    ...OF_DUE_PROMISE,
    figure: 'promisesDue',
    title: 'Promises due',
    counts:
      'Actions that answers promised by a day that is not after the one as at which the figures stand, without what was given up on or before its day. A day that was over before it was moved stays',
    polarity: 'NEITHER',
    holds: always,
  },
  PROMISES_KEPT_IN_TIME: {
    ...OF_DUE_PROMISE,
    figure: 'promisesKeptInTime',
    title: 'Promises kept in time',
    counts: 'Promises that were kept on or before their day',
    polarity: 'HIGHER_IS_BETTER',
    holds: () => '(kept_on <= promised_for)',
  },
  PROMISES_KEPT_LATE: {
    ...OF_DUE_PROMISE,
    figure: 'promisesKeptLate',
    title: 'Promises kept late',
    counts: 'Promises that were kept after their day, by the day as at which the figures stand',
    polarity: 'LOWER_IS_BETTER',
    holds: (asAt) => `(kept_on > promised_for and ${isBy('kept_on', asAt)})`,
  },
  PROMISES_OVERDUE: {
    ...OF_DUE_PROMISE,
    figure: 'promisesOverdue',
    title: 'Promises overdue',
    counts:
      'Promises that were neither kept nor given up by the day as at which the figures stand, though their own day was over',
    polarity: 'LOWER_IS_BETTER',
    holds: (asAt) =>
      `(${isOver('promised_for', asAt)} and not ${isBy('kept_on', asAt)} and not ${isBy('dropped_on', asAt)})`,
  },
  PROMISES_LATE: {
    ...OF_DUE_PROMISE,
    figure: 'promisesLate',
    title: 'Promises late',
    counts: 'Promises that were kept or given up after their day, or are overdue',
    polarity: 'LOWER_IS_BETTER',
    holds: (asAt) => `(${isOver('promised_for', asAt)} and (kept_on is null or kept_on > promised_for))`,
  },
  IN_TIME_WITH_PROMISES: {
    ...OF_PROMISING_ANSWER,
    figure: 'inTimeWithPromises',
    title: 'Answered in time, with a promise',
    counts:
      'Stages answered on or before their due date whose answer promised something by a day that has come, as at the day of the figures',
    polarity: 'NEITHER',
    holds: (asAt) => isBy('first_promised_for', asAt),
  },
  IN_TIME_PROMISE_LATE: {
    ...OF_PROMISING_ANSWER,
    figure: 'inTimePromiseLate',
    title: 'Answered in time, promise late',
    counts: 'Stages answered on or before their due date of whose promises one was late',
    polarity: 'LOWER_IS_BETTER',
    holds: (asAt) => isOver('first_missed', asAt),
  },
} as const satisfies Readonly<Record<string, Count>>;
