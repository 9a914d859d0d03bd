import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/** That a complaint was recorded of a telephone call, published by its stream: once for each call and stream. No personal data. */
export const callRecorded = defineEvent({
  kind: 'call-recorded',
  publisher: isFromItsStream,
  payload: z.object({
    /** As the telephony system numbers it. */
    callId: z.string(),
    authority: z.string(),
    /** The stream's name in the schema's enum. */
    stream: z.string(),
    complaintId: z.string(),
  }),
});
export type CallRecorded = PayloadOf<typeof callRecorded>;

/** A part tells of its own complaints alone. */
function isFromItsStream(source: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { complaintId, stream }: { complaintId?: unknown; stream?: unknown } = payload;
  if (typeof stream !== 'string' || stream.toLowerCase() !== source) return false;
  return typeof complaintId === 'string' && complaintId.startsWith(`${source}-`);
}
