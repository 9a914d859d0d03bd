import { calls } from '../../../contracts/record-sets/calls';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { checkPeriod, type PeriodFilter } from '../../../counting/period';
import { newestDayOf, sourcesFor } from '../../../counting/source-reach';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { RecordSet } from '../../../platform/records/record-set';
import { sendRecords } from '../../../platform/records/send-records';
import { type RecordsTold, type SetAsked, sendSet } from '../../../platform/records/send-set';
import type { OperationContext } from '../../../platform/server/subgraph';

type Asking = Pick<OperationContext, 'transaction' | 'clock'>;

/** Sends the calls that `calls` counts as offered, or a page of all. Throws BAD_USER_INPUT as it does. */
export async function callRecords(
  { transaction, clock }: Asking,
  { where, page, ...how }: SetAsked & { readonly where?: PeriodFilter | null | undefined },
): Promise<RecordsTold<Day>> {
  if (page) return sendCalls({ transaction, clock }, calls, { ...how, page });
  const today = londonDayOf(clock.now());
  const parameters = new Parameters();
  const conditions = daysSql(checkPeriod(where, today), parameters)('offered_on');
  const count = await sendRecords(transaction, {
    ...{ set: calls, ...how, values: parameters.values, today, conditions },
  });
  const sources = await sourcesFor(transaction, { schema: 'telephony', keeper: 'calls' });
  return { count, asAt: newestDayOf(sources, today) };
}

/** Sends a page of a set, or all of it. Throws BAD_USER_INPUT for a page that there is not. */
export async function sendCalls(
  { transaction, clock }: Asking,
  set: RecordSet,
  asked: SetAsked,
): Promise<RecordsTold<Day>> {
  const today = londonDayOf(clock.now());
  return { count: await sendSet(transaction, { ...asked, set, today }), asAt: today };
}
