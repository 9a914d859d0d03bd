import { ombudsmanCases } from '../../../contracts/record-sets/ombudsman-cases';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { Conditions } from '../../../platform/lists/conditions';
import type { RecordSet } from '../../../platform/records/record-set';
import { sendRecords } from '../../../platform/records/send-records';
import { type RecordsTold, type SetAsked, sendSet } from '../../../platform/records/send-set';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { CaseFilter } from '../lists/case-filter';
import { readNarrowing } from '../lists/list-cases';

type Asking = Pick<OperationContext, 'transaction' | 'clock'>;

/** Sends the cases that `ombudsmanCases` lists, or a page of all. Throws BAD_USER_INPUT as it does. */
export async function ombudsmanCaseRecords(
  context: Asking,
  { where, page, ...how }: SetAsked & { readonly where?: CaseFilter | null | undefined },
): Promise<RecordsTold<Day>> {
  if (page) return sendCases(context, ombudsmanCases, { ...how, page });
  const { asAt, narrow } = await readNarrowing(context, where);
  const conditions = new Conditions();
  narrow(conditions);
  const count = await sendRecords(context.transaction, {
    ...{ set: ombudsmanCases, ...how, values: conditions.values, today: londonDayOf(context.clock.now()) },
    conditions: [`id in (select id from ombudsman.ombudsman_case as held where ${conditions.sql})`],
  });
  return { count, asAt };
}

/** Sends a page of a set, or all of it. Throws BAD_USER_INPUT for a page that there is not. */
export async function sendCases(context: Asking, set: RecordSet, asked: SetAsked): Promise<RecordsTold<Day>> {
  const { asAt } = await readNarrowing(context, null);
  const today = londonDayOf(context.clock.now());
  return { count: await sendSet(context.transaction, { ...asked, set, today }), asAt };
}
