import { defineGauge } from '../../../platform/metrics/gauge';
import type { PartGauge } from '../../../platform/server/subgraph';
import { POSTMAN } from './send-next';

const STATES = ['told', 'behind', 'failing', 'stopped'] as const;

const webhooks = defineGauge({
  name: 'complaints_webhooks',
  help: 'Addresses of partners by how they stand: told of all, with events due for more than a minute, refusing what they are sent, stopped.',
  labels: { state: STATES },
});

/** Longer than it takes to send what has just happened. */
const DUE = `w.due_at < clock_timestamp() - interval '1 minute'
  and exists (select from access.partner_event e where e.partner = w.partner and e.place > w.told_to)`;

/** Counts the addresses that partners are told events at. */
export const webhookGauge: PartGauge = {
  role: POSTMAN.role,
  async read(transaction) {
    const rows = await transaction.query<{ state: (typeof STATES)[number]; count: string }>(
      `select case when w.stopped_at is not null then 'stopped' when w.attempts > 0 then 'failing'
         when ${DUE} then 'behind' else 'told' end as state, count(*)::text as count
       from access.webhook w where w.ended_at is null group by 1`,
    );
    return webhooks(
      STATES.map(
        (state) => [{ state }, Number(rows.find((row) => row.state === state)?.count ?? 0)] as const,
      ),
    );
  },
};
