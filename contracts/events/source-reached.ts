import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/**
 * Of which days a system's records speak: an inherited one's, as intake publishes it, from the first record's to the newest
 * that any file in effect speaks of; of what is worked on here, as its own part publishes it, from the first live day on.
 * Days are ISO dates in Europe/London; both null while nothing of the system is loaded.
 */
export const sourceReached = defineEvent({
  kind: 'source-reached',
  publisher: (source, payload) => source === 'intake' || isOwnWork(source, payload),
  payload: z.object({
    /** As the import command names it. */
    source: z.string(),
    /** The kinds of records that its files held, by who keeps them: streams, `ombudsman`, `calls`. */
    keepers: z.array(z.string()),
    from: z.string().nullable(),
    /** Null, too, where it is worked on here: then each day is spoken of as it comes. */
    to: z.string().nullable(),
    /** When the newest of its files was loaded, as ISO text. */
    loadedAt: z.string().nullable(),
  }),
});
export type SourceReached = PayloadOf<typeof sourceReached>;

/** As what a part's own work is named among the systems that records come from. */
export const ownWorkOf = (part: string): string => `${part}-casework`;

/** A part tells of its own work alone, and that it goes on. */
function isOwnWork(part: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { source, keepers, to }: { source?: unknown; keepers?: unknown; to?: unknown } = payload;
  const isKeeper = Array.isArray(keepers) && keepers.length === 1 && keepers[0] === part;
  return source === ownWorkOf(part) && isKeeper && to === null;
}
