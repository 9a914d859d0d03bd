/** Which way is better. */
export type Polarity = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEITHER';

/** What a measure's value is in. A rate is between 0 and 1. */
export type Unit = 'COUNT' | 'RATE' | 'WORKING_DAYS';

/** What people are told of a measure, wherever they meet it: in the schema, in `measureDefinitions` and in the docs. */
export interface Definition {
  readonly title: string;
  /** What is counted, or measured. */
  readonly counts: string;
  /** Of a rate alone. */
  readonly numerator?: string;
  /** Of a rate, and of a distribution: what it is of. */
  readonly denominator?: string;
  /** The day by which it falls into a period. */
  readonly datedBy: string;
  /** The law, code or policy behind it. */
  readonly source: string;
  readonly polarity: Polarity;
  readonly unit: Unit;
  /** Goes up when what is counted changes; `since` is the day from which that version holds. */
  readonly version: number;
  readonly since: string;
}

/** The version that every measure began with, on the day that one team took over all four streams. */
export const FIRST_VERSION = { version: 1, since: '2021-04-01' } as const;

/** Laws and policies that stand behind several measures. */
export const SOURCES = {
  annualReports:
    'Annual reports: SI 2009/309 regulation 18 (adults), SI 2006/1738 regulation 13 (children); LGSCO Complaint Handling Code',
  progressReport: "The service's progress report: received by stage, and how a stage was reached",
  limits: 'The limit of the stage by the rule in force on the day of its receipt, or the day agreed for it',
  ombudsman: "LGSCO and Housing Ombudsman: their enquiries and decisions, by the council's register",
  acknowledgement:
    'LGSCO Complaint Handling Code (five working days); SI 2009/309 regulation 13 (three, adults)',
  remedies:
    "LGSCO: compliance with its recommendations within the agreed time; Housing Ombudsman: its orders; by the council's register",
  promises:
    'What answers promised, by the timelines of complaints that are worked on here; SI 2009/309 regulation 14 (adults): an answer confirms what is done or proposed',
  telephony: "The telephony system's export of calls routed to the complaints team",
} as const;
