import {
  ACKNOWLEDGED,
  ANSWERED,
  type AsAt,
  CALLS_OFFERED,
  CLOSED,
  type CountedFacts,
  DECIDED,
  RECEIVED,
  REFERRED,
  REMEDY_DONE,
  REMEDY_DUE,
  UPHELD_BY_LGSCO,
} from './counted-facts';
import { type Definition, FIRST_VERSION, SOURCES } from './definition';

/** A measure that counts facts of one event. */
export interface Count extends Definition {
  readonly kind: 'count';
  /** The field of a row of figures. */
  readonly figure: string;
  readonly facts: CountedFacts;
  /** SQL that is true of the rows that the measure counts. */
  readonly holds: (asAt: AsAt) => string;
}

const always = () => 'true';
const COUNT = { kind: 'count', unit: 'COUNT', ...FIRST_VERSION } as const;
const OF_RECEIPT = { ...COUNT, facts: RECEIVED, datedBy: 'The day the stage was received' } as const;
const OF_ANSWER = { ...COUNT, facts: ANSWERED, datedBy: 'The day of the answer' } as const;
const OF_ACKNOWLEDGEMENT = {
  ...COUNT,
  facts: ACKNOWLEDGED,
  datedBy: 'The day of the acknowledgement',
  source: SOURCES.acknowledgement,
} as const;

const OF_DUE_REMEDY = {
  ...COUNT,
  facts: REMEDY_DUE,
  datedBy: 'The day by which the remedy was to be done',
  source: SOURCES.remedies,
} as const;

const outcome = (finding: string) => () => `(outcome = '${finding}')`;

/** What is counted of stages and complaints. Nothing is escalated to a first stage, whatever its route says. */
export const COMPLAINT_COUNTS = {
  RECEIVED: {
    ...OF_RECEIPT,
    figure: 'received',
    title: 'Received',
    counts: 'Stages received',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: always,
  },
  ESCALATED: {
    ...OF_RECEIPT,
    figure: 'escalated',
    title: 'Escalated',
    counts: 'Stages that were reached from the one before',
    source: SOURCES.progressReport,
    polarity: 'LOWER_IS_BETTER',
    holds: () => "(route = 'ESCALATED' and stage > 1)",
  },
  DIRECT: {
    ...OF_RECEIPT,
    figure: 'direct',
    title: 'Direct',
    counts: 'Stages after the first that were reached without the one before',
    source: SOURCES.progressReport,
    polarity: 'NEITHER',
    holds: () => "(route = 'DIRECT' and stage > 1)",
  },
  WENT_ON: {
    ...OF_RECEIPT,
    figure: 'wentOn',
    title: 'Went on',
    counts:
      'Stages whose complaint reached the next stage by the day as at which the figures stand, whenever that was',
    source: SOURCES.annualReports,
    polarity: 'LOWER_IS_BETTER',
    holds: ({ day }) => `(went_on_on <= ${day()})`,
  },
  ACKNOWLEDGED: {
    ...OF_ACKNOWLEDGEMENT,
    figure: 'acknowledged',
    title: 'Acknowledged',
    counts: 'Stages acknowledged',
    polarity: 'NEITHER',
    holds: always,
  },
  ACKNOWLEDGED_IN_TIME: {
    ...OF_ACKNOWLEDGEMENT,
    figure: 'acknowledgedInTime',
    title: 'Acknowledged in time',
    counts: 'Stages acknowledged on or before the last day for it',
    polarity: 'HIGHER_IS_BETTER',
    holds: () => 'coalesce(acknowledged_in_time, false)',
  },
  ANSWERED: {
    ...OF_ANSWER,
    figure: 'answered',
    title: 'Answered',
    counts: 'Stages answered',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: always,
  },
  ANSWERED_IN_TIME: {
    ...OF_ANSWER,
    figure: 'answeredInTime',
    title: 'Answered in time',
    counts: 'Stages answered on or before their due date',
    source: SOURCES.limits,
    polarity: 'HIGHER_IS_BETTER',
    holds: () => 'coalesce(in_time, false)',
  },
  UPHELD: {
    ...OF_ANSWER,
    figure: 'upheld',
    title: 'Upheld',
    counts: 'Stages answered with the finding that the complaint was justified',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: outcome('UPHELD'),
  },
  PARTIALLY_UPHELD: {
    ...OF_ANSWER,
    figure: 'partiallyUpheld',
    title: 'Partially upheld',
    counts: 'Stages answered with the finding that a part of the complaint was justified',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: outcome('PARTIALLY_UPHELD'),
  },
  NOT_UPHELD: {
    ...OF_ANSWER,
    figure: 'notUpheld',
    title: 'Not upheld',
    counts: 'Stages answered with the finding that the complaint was not justified',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: outcome('NOT_UPHELD'),
  },
  CLOSED: {
    ...COUNT,
    facts: CLOSED,
    datedBy: 'The day the latest stage ended',
    figure: 'closed',
    title: 'Closed',
    counts: 'Complaints that ended, each once',
    source: SOURCES.annualReports,
    polarity: 'NEITHER',
    holds: always,
  },
} as const satisfies Readonly<Record<string, Count>>;

/** What is counted of ombudsmen's cases. */
export const OMBUDSMAN_COUNTS = {
  REFERRED_TO_OMBUDSMAN: {
    ...COUNT,
    facts: REFERRED,
    datedBy: 'The day the enquiry was received',
    figure: 'referredToOmbudsman',
    title: 'Referred to an ombudsman',
    counts: "Ombudsmen's enquiries",
    source: SOURCES.ombudsman,
    polarity: 'LOWER_IS_BETTER',
    holds: always,
  },
  OMBUDSMAN_DECIDED: {
    ...COUNT,
    facts: DECIDED,
    datedBy: 'The day of the decision',
    figure: 'ombudsmanDecided',
    title: 'Decided by an ombudsman',
    counts: "Ombudsmen's cases that were decided, of both bodies",
    source: SOURCES.ombudsman,
    polarity: 'NEITHER',
    holds: always,
  },
  UPHELD_BY_OMBUDSMAN: {
    ...COUNT,
    facts: UPHELD_BY_LGSCO,
    datedBy: 'The day of the decision',
    figure: 'upheldByOmbudsman',
    title: 'Upheld by the LGSCO',
    counts: 'Complaints that the LGSCO upheld',
    source: SOURCES.ombudsman,
    polarity: 'LOWER_IS_BETTER',
    holds: always,
  },
  REMEDIES_DUE: {
    ...OF_DUE_REMEDY,
    figure: 'remediesDue',
    title: 'Remedies due',
    counts:
      'Remedies that the ombudsmen asked for, to be done by a day that is not after the one as at which the figures stand',
    polarity: 'NEITHER',
    holds: always,
  },
  REMEDIES_DONE: {
    ...COUNT,
    facts: REMEDY_DONE,
    datedBy: 'The day the remedy was done',
    figure: 'remediesDone',
    title: 'Remedies done',
    counts: 'Remedies that the ombudsmen asked for and that were done, agreed for a day or not',
    source: SOURCES.remedies,
    polarity: 'NEITHER',
    holds: always,
  },
  REMEDIES_DONE_IN_TIME: {
    ...OF_DUE_REMEDY,
    figure: 'remediesDoneInTime',
    title: 'Remedies done in time',
    counts: 'Remedies that were done on or before the day agreed with the ombudsman',
    polarity: 'HIGHER_IS_BETTER',
    holds: () => '(done_on <= due_on)',
  },
} as const satisfies Readonly<Record<string, Count>>;

/** What is counted of telephone calls. */
export const CALL_COUNTS = {
  CALLS: {
    ...COUNT,
    facts: CALLS_OFFERED,
    datedBy: 'The day the call was offered',
    figure: 'calls',
    title: 'Telephone calls',
    counts:
      'Telephone calls offered to the complaints team, however they ended. No export says which stream or service a call is about: divided or narrowed by anything but time it is not recorded',
    source: SOURCES.telephony,
    polarity: 'NEITHER',
    holds: always,
  },
} as const satisfies Readonly<Record<string, Count>>;
