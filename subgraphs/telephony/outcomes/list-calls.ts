import { addDays, type Day, isDay, londonDayOf } from '../../../domain/calendar/day';
import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import { readDay } from '../../../platform/server/read-day';
import type { OperationContext } from '../../../platform/server/subgraph';
import { keepNoAnswer } from '../../../platform/transaction/kept-answers';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CallPeopleRow, CallRow } from '../tables';
import { checkDealsWithCalls } from './officers';

/** A call as those who deal with it see it, without who was on the line. */
export interface DealtCall
  extends Pick<CallRow, 'authority' | 'call_id' | 'offered_on' | 'call_group' | 'answered' | 'wait_seconds'>,
    Pick<CallPeopleRow, 'cleared_for'> {
  readonly moment: Date | null;
  /** By which calls are ordered: one without a time stands at the beginning of its day. */
  readonly place: Date;
}

/** Row security of `call_people` leaves the calls that the caller is cleared for. */
const CALLS = `(
  select held.authority, held.call_id, held.offered_on, held.call_group, held.answered, held.wait_seconds, people.cleared_for,
    held.offered_at as moment,
    date_trunc('milliseconds', coalesce(held.offered_at, held.offered_on::timestamp at time zone 'Europe/London')) as place
  from telephony.call as held join telephony.call_people as people using (authority, call_id)) as called`;

const LIST: List<DealtCall, DealtCall> = {
  field: 'callsToDealWith',
  table: CALLS,
  order: { offered_on: 'date', place: 'timestamptz', call_id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${CALLS} ${rows}`,
  keyOf: ({ offered_on, place, call_id }) => [offered_on, place.toISOString(), call_id],
  nodeOf: (row) => row,
};

const DAYS_BACK = 30;

/** Which calls are asked for. */
export interface CallsAsked extends PageArguments {
  readonly group?: string | null | undefined;
  readonly from?: unknown;
  readonly to?: unknown;
}

/**
 * A page of the calls to a known group that nobody dealt with, the oldest first. Throws FORBIDDEN for whoever deals with no calls,
 * BAD_USER_INPUT that names an argument which cannot be meant.
 */
export function callsToDealWith(
  context: OperationContext,
  { group, from, to, ...paging }: CallsAsked,
): Promise<ListPage<DealtCall>> {
  checkDealsWithCalls(context.identity);
  keepNoAnswer(context.transaction);
  const today = londonDayOf(context.clock.now());
  const first = readDay('from', from, isDay);
  const last = readDay('to', to, isDay);
  return readList(context, LIST, {
    ...{ paging, filter: { group, from: first, to: last } },
    narrow: () => narrowed({ group: group ?? null, from: first ?? addDays(today, -DAYS_BACK), to: last }),
  });
}

const narrowed =
  ({ group, from, to }: { group: string | null; from: Day; to: Day | null }): Narrow =>
  (conditions) => {
    conditions.add('call_group is not null');
    conditions.add(`offered_on >= ${conditions.bind(from, 'date')}`);
    if (to !== null) conditions.add(`offered_on <= ${conditions.bind(to, 'date')}`);
    if (group !== null) conditions.add(`call_group = ${conditions.bind(group, 'text')}`);
    for (const table of ['call_outcome', 'call_complaint'])
      conditions.add(
        `not exists (select from telephony.${table} as became
           where became.authority = called.authority and became.call_id = called.call_id)`,
      );
  };

/** A call that the caller is cleared for, whatever became of it; null where there is none. */
export async function readCall(transaction: Transaction, callId: string): Promise<DealtCall | null> {
  const [row] = await transaction.query<DealtCall>(
    `select * from ${CALLS} where call_id = $1 order by authority limit 1`,
    [callId],
  );
  return row ?? null;
}
