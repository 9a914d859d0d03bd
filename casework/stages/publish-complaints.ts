import { complaintChanged } from '../../contracts/events/complaint-changed';
import { publish } from '../../platform/outbox/outbox';
import { groupBy } from '../../platform/tables/group-by';
import type { Transaction } from '../../platform/transaction/transaction';
import { readCalendar } from '../reference/bank-holidays';
import { publishClosed } from '../restrictions/publish-closed';
import type { ComplaintRow, StageRow } from '../tables/case-tables';
import type { Dated } from './clock-days';
import { factsOf } from './complaint-state';

/** Publishes the whole state of complaints whose change has been counted. `stages` are all that they have, in any order. */
export async function publishComplaints(
  transaction: Transaction,
  stream: Dated,
  { complaints, stages }: { complaints: readonly ComplaintRow[]; stages: readonly StageRow[] },
): Promise<void> {
  const dated = { ...stream, calendar: await readCalendar(transaction, stream) };
  const stagesOf = groupBy(stages, (stage) => stage.complaint_id);
  await publish(
    transaction,
    stream.name,
    complaints.map((complaint) =>
      complaintChanged.event({
        subject: complaint.id,
        version: Number(complaint.version),
        payload: factsOf({ complaint, stream: dated, stages: stagesOf.get(complaint.id) ?? [] }),
      }),
    ),
  );
  // A stage that came, or came to belong to another complaint, is closed with it.
  await publishClosed(transaction, stream.name, {
    complaintIds: complaints.map(({ id }) => id),
    isClosedAlone: true,
  });
}
