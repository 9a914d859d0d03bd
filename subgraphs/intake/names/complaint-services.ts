import { type ComplaintChanged, complaintChanged } from '../../../contracts/events/complaint-changed';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { type ComplaintServiceRow, complaintService } from '../tables/reference';

/** PostgreSQL reads a list whose entries may be null, and the table has none: a stage without a service has this. */
const NONE = '';

/**
 * Keeps which service each record belongs to, as the streams publish it: after every correction, and after a word was
 * given a meaning. Managers are shown what is wrong with the records of their own by it.
 */
export const complaintServices: Follower = createFollower({
  name: 'complaint-services',
  follows: 'all',
  handlers: [
    on(complaintChanged, (transaction, events) =>
      upsertNewest(
        transaction,
        complaintService,
        events.map(({ version, payload }) => rowOf(payload, version)),
      ),
    ),
  ],
  async reset(transaction) {
    await transaction.query('delete from intake.complaint_service');
  },
});

const rowOf = ({ id, stream, stages }: ComplaintChanged, version: number): ComplaintServiceRow => ({
  complaint_id: id,
  stream: stream.toLowerCase(),
  records: stages.map(({ reference }) => reference),
  service_ids: stages.map(({ serviceId }) => serviceId ?? NONE),
  version,
});
