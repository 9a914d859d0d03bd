import { type CountedFacts, datedBy, type FactTables, read } from './counted-facts';

/** Every promise with the number of its stage and its days, under the complaint that it is of. */
const madeOf = ({ promises }: FactTables): string => `(
  select fact.complaint_id, place, (each ->> 'stage')::smallint as stage, (each ->> 'dueOn')::date as promised_for,
    (each ->> 'keptOn')::date as kept_on, (each ->> 'droppedOn')::date as dropped_on
  from ${promises} fact cross join lateral jsonb_array_elements(promises) with ordinality as of_fact (each, place)
) made`;

/** The stage whose answer promised: one alone, should a complaint have two of one number. */
const stageOfMade = ({ stages }: FactTables): string => `(
  select * from ${stages} of_complaint
  where of_complaint.complaint_id = made.complaint_id and of_complaint.stage = made.stage
  order by received_on, stage_id limit 1) stage_fact`;

/** One that was given up on or before its day is not held against it. */
const IS_HELD = '(dropped_on is null or dropped_on > promised_for)';
const IS_LATE = '(kept_on is null or kept_on > promised_for)';

/** What answers promised, each under the stage whose answer it was: by that it is divided and narrowed. */
const promisesOf = (tables: FactTables): string => `(
  select stage_fact.*, null::text as body, made.complaint_id || '/' || place as promise_id,
    promised_for, kept_on, dropped_on
  from ${madeOf(tables)} cross join lateral ${stageOfMade(tables)}
) promise`;
const OF_PROMISES = { ...read(promisesOf, 'complaint_id'), id: 'promise_id', subject: 'stage_id' } as const;

export const PROMISE_MADE: CountedFacts = {
  ...OF_PROMISES,
  at: datedBy('answered_on', 'answered_on is not null'),
};

/** What was to be done by a day that has come: whether what is still to come will be done in time nobody knows. */
export const PROMISE_DUE: CountedFacts = {
  ...OF_PROMISES,
  at: ({ day }) => ({ day: 'promised_for', dated: `promised_for <= ${day()} and ${IS_HELD}` }),
};

/** Stages whose answers promised something, with the first day that a promise was for, and the first that was missed. */
const promisingOf = (tables: FactTables): string => `(
  select stage_fact.*, null::text as body, first_promised_for, first_missed
  from (select complaint_id, stage, min(promised_for) as first_promised_for,
      min(promised_for) filter (where ${IS_LATE}) as first_missed
    from ${madeOf(tables)} where ${IS_HELD} group by complaint_id, stage) made
  cross join lateral ${stageOfMade(tables)}
) promising_stage`;

/** Answers that were in time and promised something. */
export const PROMISING_ANSWER: CountedFacts = {
  ...read(promisingOf, 'complaint_id'),
  id: 'stage_id',
  at: datedBy('answered_on', 'answered_on is not null and in_time'),
};
