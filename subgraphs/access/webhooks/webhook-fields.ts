import type { WebhookDeliveryResolvers, WebhookResolvers } from '../__generated__/resolver-types';
import { readDeliveries } from './read-webhooks';

/** What the graph shows of a webhook. */
export const webhookFields: WebhookResolvers = {
  madeBy: ({ made_by }) => made_by,
  madeAt: ({ made_at }) => made_at.toISOString(),
  failures: ({ attempts }) => attempts,
  dueAt: ({ due_at }) => due_at.toISOString(),
  testEvent: ({ test_event }) => test_event,
  stoppedBecause: ({ stopped_because }) => stopped_because,
  deliveries: ({ id }, _, { transaction }) => readDeliveries(transaction, id),
};

/** What it shows of one sending. */
export const deliveryFields: WebhookDeliveryResolvers = {
  id: ({ id }) => String(id),
  event: ({ event_id }) => event_id,
  at: ({ at }) => at.toISOString(),
};
