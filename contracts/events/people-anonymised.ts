import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * That nothing is kept any more of a complaint's people in its stream: whoever keeps its records as they came takes them out
 * there too, and lets none come in again. No personal data.
 */
export const peopleAnonymised = defineEvent({
  kind: 'people-anonymised',
  publisher: isFromItsStream,
  payload: z.object({
    id: z.string(),
    /** In lower case. */
    stream: z.string(),
    /** The records of its stages, as their systems number them, each with its reference. */
    records: z.array(z.object({ source: z.string(), record: z.string(), reference: z.string() })).readonly(),
  }),
});
export type PeopleAnonymised = PayloadOf<typeof peopleAnonymised>;

/** A part tells of its own complaints alone. */
function isFromItsStream(source: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { id, stream }: { id?: unknown; stream?: unknown } = payload;
  return stream === source && typeof id === 'string' && id.startsWith(`${source}-`);
}
