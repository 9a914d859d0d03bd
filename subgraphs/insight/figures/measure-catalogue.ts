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

/** The rows that measures of one event count: their table (or a selection in its place), the day they are dated by, and what identifies each. */
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

/**
 * An ombudsman's case has no stage and no finding of the council; its service, directorate, theme and channel are those
 * of its complaint's latest stage, as far as the caller sees that complaint.
 */
const CASES = `(
  select ombudsman_case.case_id, ombudsman_case.complaint_id, ombudsman_case.reference, ombudsman_case.stream,
    ombudsman_case.received_on, ombudsman_case.decided_on, ombudsman_case.body, ombudsman_case.upheld,
    null::smallint as stage, null::text as outcome,
    complaint.service_id, complaint.directorate_id, complaint.theme, complaint.channel
  from insight.ombudsman_case_fact ombudsman_case
  left join insight.complaint_fact complaint on complaint.complaint_id = ombudsman_case.complaint_id
) ombudsman_case`;
const REFERRED: CountedFacts = { table: CASES, day: 'received_on', id: 'case_id', dated: 'true' };
const UPHELD: CountedFacts = {
  table: CASES,
  day: 'decided_on',
  id: 'case_id',
  // The LGSCO alone: the Housing Ombudsman's findings are of another kind.
  dated: "decided_on is not null and upheld and body = 'LGSCO'",
};

export interface MeasureCount {
  readonly figure: Figure;
  readonly facts: CountedFacts;
  /** SQL that is true of the rows that the measure counts. */
  readonly counts: string;
}

/**
 * What each measure counts, for figures and lists alike, so that they cannot differ. Nothing is escalated to a first
 * stage, whatever its route says.
 */
export const MEASURES: Readonly<Record<Measure, MeasureCount>> = {
  RECEIVED: { figure: 'received', facts: RECEIVED, counts: 'true' },
  ESCALATED: { figure: 'escalated', facts: RECEIVED, counts: "(route = 'ESCALATED' and stage > 1)" },
  DIRECT: { figure: 'direct', facts: RECEIVED, counts: "(route = 'DIRECT' and stage > 1)" },
  ANSWERED: { figure: 'answered', facts: ANSWERED, counts: 'true' },
  ANSWERED_IN_TIME: { figure: 'answeredInTime', facts: ANSWERED, counts: 'coalesce(in_time, false)' },
  CLOSED: { figure: 'closed', facts: CLOSED, counts: 'true' },
  REFERRED_TO_OMBUDSMAN: { figure: 'referredToOmbudsman', facts: REFERRED, counts: 'true' },
  UPHELD_BY_OMBUDSMAN: { figure: 'upheldByOmbudsman', facts: UPHELD, counts: 'true' },
};

/** The kinds of dated facts that figures are counted from. */
export const FACTS: readonly CountedFacts[] = [RECEIVED, ANSWERED, CLOSED, REFERRED, UPHELD];
