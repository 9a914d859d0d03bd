import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * That a complaint's people are closed to some whom role and clearance would open them, or are so no longer: whether it is
 * restricted, or anybody has a conflict of interest in it. To whom, and why, it does not say. No personal data.
 */
export const caseClosed = defineEvent({
  kind: 'case-closed',
  publisher: isFromItsStream,
  payload: z.object({
    id: z.string(),
    /** In lower case. */
    stream: z.string(),
    isClosed: z.boolean(),
    /** The records of its stages, as their systems number them, and their references. */
    records: z.array(z.object({ source: z.string(), record: z.string() })).readonly(),
  }),
});
export type CaseClosed = PayloadOf<typeof caseClosed>;

/** A part closes and opens its own complaints alone. */
function isFromItsStream(source: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { id, stream }: { id?: unknown; stream?: unknown } = payload;
  return stream === source && typeof id === 'string' && id.startsWith(`${source}-`);
}
