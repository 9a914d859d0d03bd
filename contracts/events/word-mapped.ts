import { z } from 'zod';
import { CLOSURE_REASONS, OUTCOMES } from '../../domain/findings';
import type { MappedWord } from '../../domain/words/mapped-words';
import { defineEvent } from '../../platform/outbox/event-contract';

/** Whether it holds; false where it was taken back. What was published before could not be. */
const decided = { word: z.string(), from: z.string(), isKept: z.boolean().optional() };

/** A word of inherited systems that somebody gave a meaning, and the day from which it holds; or whose meaning was taken back. */
export const wordMapped = defineEvent<MappedWord>({
  kind: 'word-mapped',
  publisher: 'directory',
  payload: z.discriminatedUnion('kind', [
    z.object({ ...decided, kind: z.literal('service'), serviceId: z.string() }),
    z.object({
      ...decided,
      kind: z.literal('channel'),
      channelId: z.string().optional(),
      channel: z.string(),
    }),
    z.object({
      ...decided,
      kind: z.literal('closure-code'),
      source: z.string(),
      outcome: z.enum(OUTCOMES).nullable(),
      closureReason: z.enum(CLOSURE_REASONS),
    }),
  ]),
});
