import { complaints } from '../../../contracts/record-sets/complaints';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { sendRecords } from '../../../platform/records/send-records';
import type { RecordsTold, SetAsked } from '../../../platform/records/send-set';
import type { Context } from '../context';
import { newestDayOf } from '../figures/check-question';
import { type ComplaintFilter, chosenComplaints } from '../lists/complaints';
import { sendFacts } from './send-facts';

/** Sends the complaints that `complaints` lists, or a page of all. Throws BAD_USER_INPUT as it does. */
export async function complaintRecords(
  context: Context,
  { where, page, ...how }: SetAsked & { readonly where?: ComplaintFilter | null | undefined },
): Promise<RecordsTold<Day>> {
  if (page) return sendFacts(context, complaints, { ...how, page });
  const { conditions, values } = await chosenComplaints(context, where);
  const count = await sendRecords(context.transaction, {
    ...{ set: complaints, ...how, values, today: londonDayOf(context.clock.now()) },
    conditions: [`id in (select complaint_id from insight.complaint_fact where ${conditions.join(' and ')})`],
  });
  return { count, asAt: await newestDayOf(context, where?.streams ?? null) };
}
