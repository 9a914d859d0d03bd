import { peopleAnonymised } from '../../contracts/events/people-anonymised';
import { publish } from '../../platform/outbox/outbox';
import type { Transaction } from '../../platform/transaction/transaction';

/** Tells whoever keeps the records of a complaint as they came that nothing of its people is kept any more. */
export async function publishAnonymised(
  transaction: Transaction,
  schema: string,
  complaintId: string,
): Promise<void> {
  const records = await transaction.query<{ source: string; record: string; reference: string }>(
    `select distinct source, coalesce(case_key, key) as record, reference from "${schema}".stage
     where complaint_id = $1 order by source, record, reference`,
    [complaintId],
  );
  const [now] = await transaction.query<{ version: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as version',
  );
  const payload = { id: complaintId, stream: schema, records };
  const event = { subject: complaintId, version: Number(now?.version), payload };
  await publish(transaction, schema, [peopleAnonymised.event(event)]);
}
