/** A measure as the schema's enum names it. */
export type Measure =
  | 'RECEIVED'
  | 'ESCALATED'
  | 'DIRECT'
  | 'ANSWERED'
  | 'ANSWERED_IN_TIME'
  | 'CLOSED'
  | 'REFERRED_TO_OMBUDSMAN'
  | 'UPHELD_BY_OMBUDSMAN';

/** A measure as a row of figures names it. */
export type Figure =
  | 'received'
  | 'escalated'
  | 'direct'
  | 'answered'
  | 'answeredInTime'
  | 'closed'
  | 'referredToOmbudsman'
  | 'upheldByOmbudsman';

/** The rows that measures of one event count: their table, the day they are dated by, and what identifies each. */
export interface CountedFacts {
  readonly table: string;
  readonly day: string;
  readonly id: string;
  /** SQL that keeps to the rows that have this day at all; the same words as the index's. */
  readonly dated: string;
}

const RECEIVED: CountedFacts = {
  table: 'insight.stage_fact',
  day: 'received_on',
  id: 'stage_id',
  dated: 'true',
};
const ANSWERED: CountedFacts = {
  table: 'insight.stage_fact',
  day: 'answered_on',
  id: 'stage_id',
  dated: 'answered_on is not null',
};
const CLOSED: CountedFacts = {
  table: 'insight.complaint_fact',
  day: 'closed_on',
  id: 'complaint_id',
  dated: 'closed_on is not null',
};

export interface MeasureCount {
  readonly figure: Figure;
  /** Null where no part keeps such facts: then the figure is not recorded, and nothing can be listed. */
  readonly facts: CountedFacts | null;
  /** SQL that is true of the rows that the measure counts. */
  readonly counts: string;
}

/**
 * What each measure counts, for figures and lists alike, so that they cannot differ. Nothing is escalated to a first
 * stage, whatever its route says. The ombudsmen's measures have facts as soon as a part keeps the enquiries.
 */
export const MEASURES: Readonly<Record<Measure, MeasureCount>> = {
  RECEIVED: { figure: 'received', facts: RECEIVED, counts: 'true' },
  ESCALATED: { figure: 'escalated', facts: RECEIVED, counts: "(route = 'ESCALATED' and stage > 1)" },
  DIRECT: { figure: 'direct', facts: RECEIVED, counts: "(route = 'DIRECT' and stage > 1)" },
  ANSWERED: { figure: 'answered', facts: ANSWERED, counts: 'true' },
  ANSWERED_IN_TIME: { figure: 'answeredInTime', facts: ANSWERED, counts: 'coalesce(in_time, false)' },
  CLOSED: { figure: 'closed', facts: CLOSED, counts: 'true' },
  REFERRED_TO_OMBUDSMAN: { figure: 'referredToOmbudsman', facts: null, counts: 'false' },
  UPHELD_BY_OMBUDSMAN: { figure: 'upheldByOmbudsman', facts: null, counts: 'false' },
};

/** The three kinds of dated facts that figures are counted from. */
export const FACTS: readonly CountedFacts[] = [RECEIVED, ANSWERED, CLOSED];
