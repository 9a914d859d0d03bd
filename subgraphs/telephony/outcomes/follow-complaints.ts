import { callRecorded } from '../../../contracts/events/call-recorded';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { callComplaint } from '../tables';

/**
 * Keeps which calls became complaints, as the streams publish it. In any order, once or many times, the same events arrive at the
 * same rows.
 */
export const callComplaints: Follower = createFollower({
  name: 'call-complaints',
  follows: 'all',
  handlers: [
    on(callRecorded, (transaction, events) =>
      upsertNewest(
        transaction,
        callComplaint,
        events.map(({ payload: { callId, authority, stream, complaintId }, version, at }) => ({
          ...{ authority, call_id: callId, stream, complaint_id: complaintId, recorded_at: at, version },
        })),
      ),
    ),
  ],
  async reset(transaction) {
    // Deleted and not truncated, so that readers go on seeing the old ones meanwhile.
    await transaction.query('delete from telephony.call_complaint');
  },
});
