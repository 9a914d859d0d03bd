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

/** The tables that facts are read from, or what stands in their place: the facts as they were, say. */
export interface FactTables {
  readonly stages: string;
  readonly complaints: string;
  readonly cases: string;
  readonly promises: string;
  readonly callDays: string;
}

/** The facts as they are. */
export const PRESENT: FactTables = {
  stages: 'insight.stage_fact',
  complaints: 'insight.complaint_fact',
  cases: 'insight.ombudsman_case_fact',
  promises: 'insight.promise_fact',
  callDays: 'insight.call_day',
};

/** The rows that measures of one event count: their table (or a selection in its place), and what identifies each. */
export interface CountedFacts {
  /** SQL of the facts as they are. */
  readonly table: string;
  /** SQL of the same, read from other tables. */
  readonly from: (tables: FactTables) => string;
  /** What each is a state of, by its column: the history of facts is kept by it. */
  readonly record: 'stage_id' | 'case_id' | 'complaint_id' | 'offered_on';
  readonly id: string;
  /** What they are of, where that is something else: the case of a remedy. */
  readonly subject?: string;
  /** SQL of how many each row stands for, where that is not one. */
  readonly times?: string;
  at(asAt: AsAt): Dated;
}

/** Facts dated by one column, which `where` keeps to. */
export function datedBy(day: string, where: string): CountedFacts['at'] {
  return ({ day: asAt, isCut }) => ({
    day,
    dated: isCut ? `${where} and ${day} <= ${asAt()}` : where,
  });
}

/** Where facts are read, as they are and from other tables. */
export const read = (
  from: CountedFacts['from'],
  record: CountedFacts['record'],
): Pick<CountedFacts, 'table' | 'from' | 'record'> => ({ table: from(PRESENT), from, record });

/** No stage is an ombudsman's. */
const STAGES = read(
  ({ stages }) => `(select stage_fact.*, null::text as body from ${stages} stage_fact) stage_fact`,
  'stage_id',
);

const stages = (day: string, where: string): CountedFacts => ({
  ...STAGES,
  id: 'stage_id',
  at: datedBy(day, where),
});

export const RECEIVED = stages('received_on', 'true');
export const ACKNOWLEDGED = stages('acknowledged_on', 'acknowledged_on is not null');
export const ANSWERED = stages('answered_on', 'answered_on is not null');

/** The latest stage of each complaint that ended, as far as was known: one that went on later had ended all the same. */
export const CLOSED: CountedFacts = {
  ...STAGES,
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
const casesOf = ({ cases, complaints }: FactTables): string => `(
  select ombudsman_case.case_id, ombudsman_case.complaint_id, ombudsman_case.reference, ombudsman_case.stream,
    ombudsman_case.received_on, ombudsman_case.decided_on, ombudsman_case.body, ombudsman_case.upheld,
    null::smallint as stage, null::text as outcome, null::text as route, null::text as closure_reason,
    complaint.service_id, complaint.directorate_id, complaint.theme, complaint.channel, ombudsman_case.remedies
  from ${cases} ombudsman_case
  left join ${complaints} complaint on complaint.complaint_id = ombudsman_case.complaint_id
) ombudsman_case`;

const CASES = read(casesOf, 'case_id');

const cases = (day: string, where: string): CountedFacts => ({
  ...CASES,
  id: 'case_id',
  at: datedBy(day, where),
});

export const REFERRED = cases('received_on', 'true');
export const DECIDED = cases('decided_on', 'decided_on is not null');
/** The LGSCO's alone: the Housing Ombudsman's findings are of another kind. */
export const UPHELD_BY_LGSCO = cases('decided_on', "decided_on is not null and upheld and body = 'LGSCO'");

/** What the ombudsmen asked for, each under the case that it is of. */
const remediesOf = (tables: FactTables): string => `(
  select ombudsman_case.*, case_id || '/' || place as remedy_id,
    (remedy ->> 'dueOn')::date as due_on, (remedy ->> 'doneOn')::date as done_on
  from ${casesOf(tables)} cross join lateral jsonb_array_elements(remedies) with ordinality as agreed (remedy, place)
) remedy`;
const OF_REMEDIES = { ...read(remediesOf, 'case_id'), id: 'remedy_id', subject: 'case_id' } as const;

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
  ...read(({ callDays }) => callDays, 'offered_on'),
  id: 'offered_on',
  times: 'calls',
  at: datedBy('offered_on', 'calls > 0'),
};
