import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { RecordSet } from '../../../platform/records/record-set';
import { type RecordsTold, type SetAsked, sendSet } from '../../../platform/records/send-set';
import type { Context } from '../context';
import { newestDayOf } from '../figures/check-question';

/** Sends a page of a set, or all of it. Throws BAD_USER_INPUT for a page that there is not. */
export async function sendFacts(
  context: Context,
  set: RecordSet,
  asked: SetAsked,
): Promise<RecordsTold<Day>> {
  const count = await sendSet(context.transaction, {
    ...{ ...asked, set, today: londonDayOf(context.clock.now()) },
  });
  return { count, asAt: await newestDayOf(context, null) };
}
