import type { COMPLAINT_COUNTS } from './counts';
import { type Definition, FIRST_VERSION, SOURCES } from './definition';

/** A measure that is one sum of counts divided by another, 0 to 1. */
export interface Rate extends Definition {
  readonly kind: 'rate';
  readonly figure: string;
  readonly of: {
    readonly numerator: readonly (keyof typeof COMPLAINT_COUNTS)[];
    readonly denominator: readonly (keyof typeof COMPLAINT_COUNTS)[];
  };
}

const RATE = { kind: 'rate', unit: 'RATE', ...FIRST_VERSION } as const;

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
} as const satisfies Readonly<Record<string, Rate>>;
