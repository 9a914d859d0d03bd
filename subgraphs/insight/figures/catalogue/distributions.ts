import { type Definition, FIRST_VERSION } from './definition';

/** A measure of how long answers took. */
export interface Distribution extends Definition {
  readonly kind: 'distribution';
  readonly figure: string;
  /** Null is the mean; else of a hundred. */
  readonly percentile: number | null;
  /** What it is of. */
  readonly of: { readonly numerator: readonly []; readonly denominator: readonly ['ANSWERED'] };
}

const DAYS = {
  kind: 'distribution',
  unit: 'WORKING_DAYS',
  polarity: 'LOWER_IS_BETTER',
  ...FIRST_VERSION,
  datedBy: 'The day of the answer',
  denominator: 'Stages answered',
  of: { numerator: [], denominator: ['ANSWERED'] },
  source:
    "LGSCO Complaint Handling Code; working days of the stream's calendar, the day of receipt being day 0",
} as const;

/** Working days from receipt to the answer. One of no answer is null. */
export const DISTRIBUTIONS = {
  DAYS_TO_ANSWER_MEAN: {
    ...DAYS,
    figure: 'daysToAnswerMean',
    title: 'Mean days to answer',
    percentile: null,
    counts: 'The mean of the working days that answers took',
  },
  DAYS_TO_ANSWER_MEDIAN: {
    ...DAYS,
    figure: 'daysToAnswerMedian',
    title: 'Median days to answer',
    percentile: 50,
    counts:
      'The working days within which half of the answers came, interpolated as spreadsheets do (PERCENTILE.INC)',
  },
  DAYS_TO_ANSWER_P90: {
    ...DAYS,
    figure: 'daysToAnswerP90',
    title: 'Days to answer, nine of ten',
    percentile: 90,
    counts:
      'The working days within which nine of ten answers came, interpolated as spreadsheets do (PERCENTILE.INC)',
  },
} as const satisfies Readonly<Record<string, Distribution>>;
