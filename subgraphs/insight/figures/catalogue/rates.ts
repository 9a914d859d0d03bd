import type { COMPLAINT_COUNTS, OMBUDSMAN_COUNTS } from './counts';
import { type Definition, FIRST_VERSION, SOURCES } from './definition';
import type { PROMISE_COUNTS } from './promise-counts';

type Counted = keyof typeof COMPLAINT_COUNTS | keyof typeof OMBUDSMAN_COUNTS | keyof typeof PROMISE_COUNTS;

/** A measure that is one sum of counts divided by another, 0 to 1. */
export interface Rate extends Definition {
  readonly kind: 'rate';
  readonly figure: string;
  readonly of: {
    readonly numerator: readonly Counted[];
    readonly denominator: readonly Counted[];
  };
}

const RATE = { kind: 'rate', unit: 'RATE', ...FIRST_VERSION } as const;

const OF_DUE_PROMISE = {
  ...RATE,
  denominator: 'Promises whose day has come',
  datedBy: 'The day by which it was promised',
  source: SOURCES.promises,
  polarity: 'HIGHER_IS_BETTER',
} as const;

/** Shares. One of nothing is null. */
export const RATES = {
  IN_TIME_RATE: {
    ...RATE,
    figure: 'inTimeRate',
    title: 'Share answered in time',
    counts: 'The share of answers that were in time',
    numerator: 'Stages answered on or before their due date',
    denominator: 'Stages answered',
    datedBy: 'The day of the answer',
    source: SOURCES.limits,
    polarity: 'HIGHER_IS_BETTER',
    of: { numerator: ['ANSWERED_IN_TIME'], denominator: ['ANSWERED'] },
  },
  ACKNOWLEDGED_IN_TIME_RATE: {
    ...RATE,
    figure: 'acknowledgedInTimeRate',
    title: 'Share acknowledged in time',
    counts: 'The share of acknowledgements that were in time',
    numerator: 'Stages acknowledged on or before the last day for it',
    denominator: 'Stages acknowledged',
    datedBy: 'The day of the acknowledgement',
    source: SOURCES.acknowledgement,
    polarity: 'HIGHER_IS_BETTER',
    of: { numerator: ['ACKNOWLEDGED_IN_TIME'], denominator: ['ACKNOWLEDGED'] },
  },
  UPHOLD_RATE: {
    ...RATE,
    figure: 'upholdRate',
    title: 'Share upheld',
    counts: 'The share of findings that were for the complainant, wholly or in part',
    numerator: 'Stages answered with a finding of upheld or partially upheld',
    denominator: 'Stages answered with a finding: what was withdrawn or never decided has none',
    datedBy: 'The day of the answer',
    source: SOURCES.annualReports,
    polarity: 'LOWER_IS_BETTER',
    of: {
      numerator: ['UPHELD', 'PARTIALLY_UPHELD'],
      denominator: ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'],
    },
  },
  WENT_ON_RATE: {
    ...RATE,
    figure: 'wentOnRate',
    title: 'Share that went on',
    counts:
      'The share of stages received whose complaint reached the next stage, by the day as at which the figures stand',
    numerator: 'Stages whose complaint reached the next stage',
    denominator: 'Stages received',
    datedBy: 'The day the stage was received',
    source: SOURCES.annualReports,
    polarity: 'LOWER_IS_BETTER',
    of: { numerator: ['WENT_ON'], denominator: ['RECEIVED'] },
  },
  REMEDY_COMPLIANCE_RATE: {
    ...RATE,
    figure: 'remedyComplianceRate',
    title: 'Share of remedies done in time',
    counts: 'The share of remedies that were done by the day agreed with the ombudsman',
    numerator: 'Remedies done on or before the day agreed',
    denominator: 'Remedies whose agreed day has come',
    datedBy: 'The day by which the remedy was to be done',
    source: SOURCES.remedies,
    polarity: 'HIGHER_IS_BETTER',
    of: { numerator: ['REMEDIES_DONE_IN_TIME'], denominator: ['REMEDIES_DUE'] },
  },
  PROMISE_KEPT_IN_TIME_RATE: {
    ...OF_DUE_PROMISE,
    figure: 'promiseKeptInTimeRate',
    title: 'Share of promises kept in time',
    counts: 'The share of promises that were kept on or before their day',
    numerator: 'Promises kept on or before their day',
    of: { numerator: ['PROMISES_KEPT_IN_TIME'], denominator: ['PROMISES_DUE'] },
  },
  PROMISE_KEPT_RATE: {
    ...OF_DUE_PROMISE,
    figure: 'promiseKeptRate',
    title: 'Share of promises kept',
    counts: 'The share of promises that were kept, in time or late, by the day as at which the figures stand',
    numerator: 'Promises kept in time or late',
    of: { numerator: ['PROMISES_KEPT_IN_TIME', 'PROMISES_KEPT_LATE'], denominator: ['PROMISES_DUE'] },
  },
  IN_TIME_PROMISE_LATE_RATE: {
    ...RATE,
    figure: 'inTimePromiseLateRate',
    title: 'Share answered in time, promise late',
    counts: 'The share of answers in time that promised something of whose promises one was late',
    numerator: 'Stages answered in time of whose promises one was late',
    denominator: 'Stages answered in time whose answer promised something by a day that has come',
    datedBy: 'The day of the answer',
    source: SOURCES.promises,
    polarity: 'LOWER_IS_BETTER',
    of: { numerator: ['IN_TIME_PROMISE_LATE'], denominator: ['IN_TIME_WITH_PROMISES'] },
  },
} as const satisfies Readonly<Record<string, Rate>>;
