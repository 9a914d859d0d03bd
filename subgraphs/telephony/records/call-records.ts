import { calls } from '../../../contracts/record-sets/calls';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { checkPeriod, type PeriodFilter } from '../../../counting/period';
import { newestDayOf, sourcesFor } from '../../../counting/source-reach';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { type RecordWriting, sendRecords } from '../../../platform/records/send-records';
import type { OperationContext } from '../../../platform/server/subgraph';

/** Sends the calls that `calls` counts as offered. Throws BAD_USER_INPUT as it does. */
export async function callRecords(
  { transaction, clock }: Pick<OperationContext, 'transaction' | 'clock'>,
  {
    where,
    ...how
  }: { where?: PeriodFilter | null | undefined; changedSince?: unknown; writing: RecordWriting },
): Promise<{ readonly count: number; readonly asAt: Day }> {
  const today = londonDayOf(clock.now());
  const parameters = new Parameters();
  const conditions = daysSql(checkPeriod(where, today), parameters)('offered_on');
  const count = await sendRecords(transaction, {
    ...{ set: calls, ...how, values: parameters.values, today, conditions },
  });
  const sources = await sourcesFor(transaction, { schema: 'telephony', keeper: 'calls' });
  return { count, asAt: newestDayOf(sources, today) };
}
