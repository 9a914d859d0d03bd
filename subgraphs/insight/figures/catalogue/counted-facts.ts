/** The day as at which facts are read. */
export interface AsAt {
  /** SQL of the day; binds it at first use. */
  readonly day: () => string;
  /** Whether everything later is to be left out. Where nobody asked for a day, all that is recorded counts. */
  readonly isCut: boolean;
}

/** How the facts of one event are found as at a day. */
export interface Dated {
  /** SQL of the day that they are counted by. */
  readonly day: string;
  /** SQL that keeps to the rows that have this day at all; where nothing is cut the same words as the index's. */
  readonly dated: string;
}

/** The rows that measures of one event count: their table (or a selection in its place), and what identifies each. */
export interface CountedFacts {
  readonly table: string;
  readonly id: string;
  /** What they are of, where that is something else: the case of a remedy. */
  readonly subject?: string;
  /** SQL of how many each row stands for, where that is not one. */
  readonly times?: string;
  at(asAt: AsAt): Dated;
}

/** Facts dated by one column, which `where` keeps to. */
function datedBy(day: string, where: string): CountedFacts['at'] {
  return ({ day: asAt, isCut }) => ({
    day,
    dated: isCut ? `${where} and ${day} <= ${asAt()}` : where,
  });
}

/** No stage is an ombudsman's. */
const STAGES = '(select stage_fact.*, null::text as body from insight.stage_fact) stage_fact';

const stages = (day: string, where: string): CountedFacts => ({
  table: STAGES,
  id: 'stage_id',
  at: datedBy(day, where),
});

export const RECEIVED = stages('received_on', 'true');
export const ACKNOWLEDGED = stages('acknowledged_on', 'acknowledged_on is not null');
export const ANSWERED = stages('answered_on', 'answered_on is not null');

/** The latest stage of each complaint that ended, as far as was known: one that went on later had ended all the same. */
export const CLOSED: CountedFacts = {
  table: STAGES,
  id: 'complaint_id',
  at({ day, isCut }) {
    if (!isCut) return { day: 'closed_on', dated: 'closed_on is not null and followed_on is null' };
    // The answer ends a stage until its system says another day.
    const closed = `(case when closed_on <= ${day()} then closed_on else answered_on end)`;
    return {
      day: closed,
      dated: `${closed} <= ${day()} and closed_on is not null and (followed_on is null or followed_on > ${day()})`,
    };
  },
};

/**
 * An ombudsman's case has no stage, route and finding of the council; its service, directorate, theme and channel are
 * those of its complaint's latest stage, as far as the caller sees that complaint.
 */
const CASES = `(
  select ombudsman_case.case_id, ombudsman_case.complaint_id, ombudsman_case.reference, ombudsman_case.stream,
    ombudsman_case.received_on, ombudsman_case.decided_on, ombudsman_case.body, ombudsman_case.upheld,
    null::smallint as stage, null::text as outcome, null::text as route, null::text as closure_reason,
    complaint.service_id, complaint.directorate_id, complaint.theme, complaint.channel, ombudsman_case.remedies
  from insight.ombudsman_case_fact ombudsman_case
  left join insight.complaint_fact complaint on complaint.complaint_id = ombudsman_case.complaint_id
) ombudsman_case`;

const cases = (day: string, where: string): CountedFacts => ({
  table: CASES,
  id: 'case_id',
  at: datedBy(day, where),
});

export const REFERRED = cases('received_on', 'true');
export const DECIDED = cases('decided_on', 'decided_on is not null');
/** The LGSCO's alone: the Housing Ombudsman's findings are of another kind. */
export const UPHELD_BY_LGSCO = cases('decided_on', "decided_on is not null and upheld and body = 'LGSCO'");

/** What the ombudsmen asked for, each under the case that it is of. */
const REMEDIES = `(
  select ombudsman_case.*, case_id || '/' || place as remedy_id,
    (remedy ->> 'dueOn')::date as due_on, (remedy ->> 'doneOn')::date as done_on
  from ${CASES} cross join lateral jsonb_array_elements(remedies) with ordinality as agreed (remedy, place)
) remedy`;
const OF_REMEDIES = { table: REMEDIES, id: 'remedy_id', subject: 'case_id' } as const;

/** What was to be done by a day that has come: whether what is still to come will be done in time nobody knows. */
export const REMEDY_DUE: CountedFacts = {
  ...OF_REMEDIES,
  at: ({ day }) => ({ day: 'due_on', dated: `due_on <= ${day()}` }),
};
export const REMEDY_DONE: CountedFacts = {
  ...OF_REMEDIES,
  at: datedBy('done_on', 'done_on is not null'),
};

/** Telephone calls, a row for those of one day. Nothing else is known of them. */
export const CALLS_OFFERED: CountedFacts = {
  table: 'insight.call_day',
  id: 'offered_on',
  times: 'calls',
  at: datedBy('offered_on', 'calls > 0'),
};
