import { complaints } from '../../../contracts/record-sets/complaints';
import { londonDayOf } from '../../../domain/calendar/day';
import { type RecordWriting, sendRecords } from '../../../platform/records/send-records';
import type { Context } from '../context';
import { newestDayOf } from '../figures/check-question';
import { type ComplaintFilter, chosenComplaints } from '../lists/complaints';
import type { RecordsTold } from './stage-records';

/** Sends the complaints that `complaints` lists. Throws BAD_USER_INPUT as it does. */
export async function complaintRecords(
  context: Context,
  {
    where,
    ...how
  }: { where?: ComplaintFilter | null | undefined; changedSince?: unknown; writing: RecordWriting },
): Promise<RecordsTold> {
  const { conditions, values } = await chosenComplaints(context, where);
  const count = await sendRecords(context.transaction, {
    ...{ set: complaints, ...how, values, today: londonDayOf(context.clock.now()) },
    conditions: [`id in (select complaint_id from insight.complaint_fact where ${conditions.join(' and ')})`],
  });
  return { count, asAt: await newestDayOf(context, where?.streams ?? null) };
}
