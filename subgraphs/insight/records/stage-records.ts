import { stages } from '../../../contracts/record-sets/stages';
import { Parameters } from '../../../counting/days-sql';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { sendRecords } from '../../../platform/records/send-records';
import type { RecordsTold, SetAsked } from '../../../platform/records/send-set';
import type { Context } from '../context';
import { refuseAgesOfFlows } from '../figures/check-ages';
import { checkQuestion } from '../figures/check-question';
import type { MeasureFilter } from '../figures/filter';
import { listedFacts } from '../figures/listed-facts';
import { sendFacts } from './send-facts';

/** Sends the stages that `counted` lists as received, or a page of all stages. Throws BAD_USER_INPUT as it does. */
export async function stageRecords(
  context: Context,
  { where, page, ...how }: SetAsked & { readonly where?: MeasureFilter | null | undefined },
): Promise<RecordsTold<Day>> {
  if (page) return sendFacts(context, stages, { ...how, page });
  const checked = await checkQuestion(context, { where });
  refuseAgesOfFlows(['RECEIVED'], checked);
  const parameters = new Parameters();
  const { table, id, conditions } = listedFacts('RECEIVED', { parameters, checked });
  const count = await sendRecords(context.transaction, {
    ...{ set: stages, ...how, values: parameters.values, today: londonDayOf(context.clock.now()) },
    conditions: [`id in (select ${id} from ${table} where ${conditions.join(' and ')})`],
  });
  return { count, asAt: checked.at.asAt };
}
