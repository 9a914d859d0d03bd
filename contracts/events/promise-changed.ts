import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/** An action that an answer promised, as it stands; what it is, is somebody's text, and is not published. */
const promise = z.object({
  /** The number of the stage whose answer promised it. */
  stage: z.number(),
  /** The day that its keeping is held against: a day that was over before it was moved stays. */
  dueOn: z.string(),
  keptOn: z.string().nullable(),
  /** The day on which it was given up. */
  droppedOn: z.string().nullable(),
});
export type PublishedPromise = z.infer<typeof promise>;

/** All promises of one complaint, published by its stream. Days are ISO dates. No personal data. */
export const promiseChanged = defineEvent({
  kind: 'promise-changed',
  publisher: isFromItsStream,
  payload: z.object({
    /** The complaint's. */
    id: z.string(),
    authority: z.string(),
    /** The stream's name in the schema's enum. */
    stream: z.string(),
    /** In the order in which they were made. */
    promises: z.array(promise).readonly(),
  }),
});
export type PromiseChanged = PayloadOf<typeof promiseChanged>;

/** A part tells of promises of its own complaints alone. */
function isFromItsStream(source: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { id, stream }: { id?: unknown; stream?: unknown } = payload;
  if (typeof stream !== 'string' || stream.toLowerCase() !== source) return false;
  return typeof id === 'string' && id.startsWith(`${source}-`);
}
