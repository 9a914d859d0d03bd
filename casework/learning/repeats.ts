import { addDays, type Day, isDay, londonDayOf } from '../../domain/calendar/day';
import type { Cause } from '../../domain/procedure/learning';
import { badUserInput } from '../../platform/server/errors';
import { readGivenDay } from '../../platform/server/read-day';
import type { StreamContext } from '../reading/loaders';

/** What is asked: whether complaints of one kind come again. Days are as the scalar lets them through. */
export interface RepeatsAsked {
  readonly serviceId: string;
  readonly cause?: Cause | null;
  readonly theme?: string | null;
  readonly from: unknown;
  readonly to: unknown;
  readonly windowDays?: number | null;
}

interface Around {
  readonly kind: 'PROMISE' | 'RECOMMENDATION';
  readonly doneOn: Day;
  readonly before: number;
  readonly after: number;
  readonly afterUnanswered: number;
}

/** Complaints of one kind around each thing that was done about them. */
export interface Repeats {
  readonly windowDays: number;
  readonly asAt: Day;
  readonly around: readonly (Around & { readonly isOver: boolean })[];
}

const [LEAST_DAYS, MOST_DAYS, DEFAULT_DAYS] = [7, 366, 90];
const MOST_SHOWN = 200;

/**
 * Counts complaints of a service, with a cause or a theme where one is asked for, before and after what was done about such a
 * complaint between two days: as far as the caller works on them. Throws BAD_USER_INPUT for days and windows that cannot be.
 */
export async function readRepeats(context: StreamContext, asked: RepeatsAsked): Promise<Repeats> {
  const { transaction, stream, clock } = context;
  const from = readGivenDay('from', asked.from, isDay);
  const to = readGivenDay('to', asked.to, isDay);
  if (to < from) throw badUserInput('`to` is before `from`: give that day or a later one.');
  const windowDays = asked.windowDays ?? DEFAULT_DAYS;
  if (windowDays < LEAST_DAYS || windowDays > MOST_DAYS)
    throw badUserInput(`\`windowDays\` is from ${LEAST_DAYS} to ${MOST_DAYS}.`);
  const rows = await transaction.query<Around>(repeatsSql(stream.name), [
    ...[asked.serviceId, asked.cause ?? null, asked.theme ?? null, from, to, windowDays],
  ]);
  const asAt = londonDayOf(clock.now());
  return {
    ...{ windowDays, asAt },
    around: rows.map((row) => ({ ...row, isOver: addDays(row.doneOn, windowDays) < asAt })),
  };
}

/** `$1` is the service, `$2` the cause, `$3` the theme, `$4` to `$5` the days of what was done, `$6` the window. */
const repeatsSql = (schema: string): string => `
  with complaint as materialized (
    select held.complaint_id, begun.received_on, begun.theme,
      exists (select from "${schema}".stage answered
        where answered.complaint_id = held.complaint_id and answered.answered_on is not null) as is_answered,
      exists (select from "${schema}".named_cause named
        where named.complaint_id = held.complaint_id and $2 = any (named.causes)) as is_of_cause
    from "${schema}".live_case held
    cross join lateral (select received_on, theme from "${schema}".stage first
      where first.complaint_id = held.complaint_id order by number, id limit 1) begun
    where held.service_id = $1 and ($3::text is null or begun.theme = $3)
  ), same as (
    select * from complaint where $2::text is null or is_of_cause
  ), done as (
    select 'PROMISE' as kind, kept_on as done_on, complaint_id, place from "${schema}".promised_action
    where kept_on between $4::date and $5::date
    union all
    select 'RECOMMENDATION', became_on, complaint_id, place from "${schema}".recommendation
    where became = 'DONE' and became_on between $4::date and $5::date
  )
  select done.kind, done.done_on::text as "doneOn",
    (select count(*)::int from same where same.complaint_id <> done.complaint_id
      and same.received_on >= done.done_on - $6::int and same.received_on < done.done_on) as before,
    (select count(*)::int from same
      where same.received_on > done.done_on and same.received_on <= done.done_on + $6::int) as after,
    (select count(*)::int from complaint where not is_answered
      and received_on > done.done_on and received_on <= done.done_on + $6::int) as "afterUnanswered"
  from done where exists (select from same where same.complaint_id = done.complaint_id)
  order by done.done_on, done.complaint_id, done.place limit ${MOST_SHOWN}`;
