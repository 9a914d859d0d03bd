import { ombudsmanCases } from '../../../contracts/record-sets/ombudsman-cases';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { Conditions } from '../../../platform/lists/conditions';
import { type RecordWriting, sendRecords } from '../../../platform/records/send-records';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { CaseFilter } from '../lists/case-filter';
import { readNarrowing } from '../lists/list-cases';

/** Sends the cases that `ombudsmanCases` lists. Throws BAD_USER_INPUT as it does. */
export async function ombudsmanCaseRecords(
  context: Pick<OperationContext, 'transaction' | 'clock'>,
  {
    where,
    ...how
  }: { where?: CaseFilter | null | undefined; changedSince?: unknown; writing: RecordWriting },
): Promise<{ readonly count: number; readonly asAt: Day }> {
  const { asAt, narrow } = await readNarrowing(context, where);
  const conditions = new Conditions();
  narrow(conditions);
  const count = await sendRecords(context.transaction, {
    ...{ set: ombudsmanCases, ...how, values: conditions.values, today: londonDayOf(context.clock.now()) },
    conditions: [`id in (select id from ombudsman.ombudsman_case as held where ${conditions.sql})`],
  });
  return { count, asAt };
}
