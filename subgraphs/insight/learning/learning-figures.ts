import { isDay, londonDayOf } from '../../../domain/calendar/day';
import { readDay } from '../../../platform/server/read-day';
import { keepNoAnswer } from '../../../platform/transaction/kept-answers';
import type { Stream } from '../__generated__/resolver-types';
import type { Context } from '../context';

/** Which promises count. Days are as the scalar lets them through; what is left out narrows nothing. */
export interface LearningFilter {
  readonly streams?: readonly string[] | null;
  readonly serviceIds?: readonly string[] | null;
  readonly dueFrom?: unknown;
  readonly dueTo?: unknown;
}

interface Row {
  readonly stream: Stream;
  readonly promisesDue: number;
  readonly promisesKept: number;
  readonly promisesKeptInTime: number;
  readonly promisesLate: number;
  readonly inTimeWithPromises: number;
  readonly inTimePromiseLate: number;
}

/** How promises were kept, by stream, with what each figure means. */
export interface LearningFigures {
  readonly asAt: string;
  readonly definition: string;
  readonly rows: Row[];
}

/** What the figures mean, for people. */
const DEFINITION =
  'Promises are actions that an answer promised. One is due in the period of its day, once that day has come; one that was moved counts by its new day, unless the day before was over by then. What was given up on or before its day is not counted. It is kept in time when it was done on or before its day, and late when it was done after it, given up after it, or not done though the day is over. An answer was in time when it came on or before the day that it was due.';

/**
 * Counts promises that are due, kept and late, and the answers that came in time though a promise of theirs was late: by
 * stream, as at today. Null for partners, and for whoever is told no small numbers: they are told nothing of promises.
 */
export async function learningFigures(
  { transaction, identity, clock }: Context,
  where: LearningFilter,
): Promise<LearningFigures | null> {
  if (identity.role === 'partner' || identity.smallNumbersBelow !== undefined) return null;
  keepNoAnswer(transaction);
  const asAt = londonDayOf(clock.now());
  const rows = await transaction.query<Row>(FIGURES, [
    ...[where.streams ?? null, where.serviceIds ?? null],
    ...[readDay('dueFrom', where.dueFrom, isDay), readDay('dueTo', where.dueTo, isDay), asAt],
  ]);
  return { asAt, definition: DEFINITION, rows };
}

/** `$1` are streams, `$2` services, `$3` to `$4` the days of what is due, `$5` today. */
const FIGURES = `
  with promise as (
    select fact.stream, stage_fact.stage_id, made.kept_on, made.due_on,
      coalesce(made.kept_on <= made.due_on, false) as is_in_time,
      coalesce(made.kept_on, made.dropped_on, $5::date) > made.due_on as is_late,
      coalesce(stage_fact.answered_on <= stage_fact.due_on, false) as is_answered_in_time
    from insight.promise_fact fact
    cross join lateral (
      select (each ->> 'stage')::int as stage, (each ->> 'dueOn')::date as due_on,
        (each ->> 'keptOn')::date as kept_on, (each ->> 'droppedOn')::date as dropped_on
      from jsonb_array_elements(fact.promises) each) made
    left join insight.stage_fact stage_fact
      on stage_fact.complaint_id = fact.complaint_id and stage_fact.stage = made.stage
    where ($1::text[] is null or fact.stream = any ($1))
      and ($2::text[] is null or stage_fact.service_id = any ($2))
      and ($3::date is null or made.due_on >= $3) and ($4::date is null or made.due_on <= $4)
      and made.due_on <= $5::date and (made.dropped_on is null or made.dropped_on > made.due_on)
  )
  select stream, count(*)::int as "promisesDue", count(kept_on)::int as "promisesKept",
    count(*) filter (where is_in_time)::int as "promisesKeptInTime",
    count(*) filter (where is_late)::int as "promisesLate",
    count(distinct stage_id) filter (where is_answered_in_time)::int as "inTimeWithPromises",
    count(distinct stage_id) filter (where is_answered_in_time and is_late)::int as "inTimePromiseLate"
  from promise group by stream order by stream`;
