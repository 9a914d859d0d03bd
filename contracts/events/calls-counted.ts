import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * How many telephone calls were offered on one day, by the group of staff that they were routed to: the whole state of the
 * day. It has no groups once its calls were removed. The day is an ISO date in Europe/London.
 */
export const callsCounted = defineEvent({
  kind: 'calls-counted',
  publisher: 'telephony',
  payload: z.object({
    authority: z.string(),
    day: z.string(),
    groups: z
      .array(
        z.object({
          /** Null where the queue is missing or unknown. */
          group: z.string().nullable(),
          calls: z.number().int().positive(),
        }),
      )
      .readonly(),
  }),
});
export type CallsCounted = PayloadOf<typeof callsCounted>;
