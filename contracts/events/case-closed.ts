import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * That a complaint's people are closed to some whom role and clearance would open them, or are so no longer: whether it is
 * restricted, or anybody has a conflict of interest in it. To whom it says by hashes of the complaint's id and the
 * subject of a sign-in: an event stays when people are taken out. Why, it does not.
 */
export const caseClosed = defineEvent({
  kind: 'case-closed',
  publisher: isFromItsStream,
  payload: z.object({
    id: z.string(),
    /** In lower case. */
    stream: z.string(),
    isClosed: z.boolean(),
    /** Who has an interest in it. Null in what was published before this was told: then nobody knows. */
    shutOut: z.array(z.string()).readonly().nullable().default(null),
    /** To whom alone it is open where it is restricted; null where it is not. */
    openTo: z.array(z.string()).readonly().nullable().default(null),
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
