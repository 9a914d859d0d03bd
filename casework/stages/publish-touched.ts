import type { Transaction } from '../../platform/transaction/transaction';
import type { ComplaintRow } from '../tables/case-tables';
import type { Dated } from './clock-days';
import { readStagesOf } from './lock-related-stages';
import { publishComplaints } from './publish-complaints';

/** Complaints whose change is published together: enough to be quick, few enough for the memory. */
const BATCH_COMPLAINTS = 1_000;

/** Counts the change of each complaint whose stages were changed where they stand, and publishes its whole state. */
export async function publishTouched(
  transaction: Transaction,
  stream: Dated,
  complaintIds: readonly string[],
): Promise<void> {
  for (let start = 0; start < complaintIds.length; start += BATCH_COMPLAINTS) {
    const ids = complaintIds.slice(start, start + BATCH_COMPLAINTS);
    const complaints = await transaction.query<ComplaintRow>(
      `with touched as (
         update "${stream.name}".complaint set version = version + 1 where id = any($1) returning id, authority, version)
       select * from touched order by id`,
      [ids],
    );
    await publishComplaints(transaction, stream, {
      complaints,
      stages: await readStagesOf(transaction, stream.name, ids),
    });
  }
}
