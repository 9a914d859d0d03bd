import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * Of which days an inherited system's records speak: from the first record's to the newest that any file in effect
 * speaks of. Days are ISO dates in Europe/London; null while nothing of the system is loaded.
 */
export const sourceReached = defineEvent({
  kind: 'source-reached',
  publisher: 'intake',
  payload: z.object({
    /** As the import command names it. */
    source: z.string(),
    /** The kinds of records that its files held, by who keeps them: streams, `ombudsman`, `calls`. */
    keepers: z.array(z.string()),
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** When the newest of its files was loaded, as ISO text. */
    loadedAt: z.string().nullable(),
  }),
});
export type SourceReached = PayloadOf<typeof sourceReached>;
