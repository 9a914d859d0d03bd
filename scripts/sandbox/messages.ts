import { z } from 'zod';

/** What the sandbox's process is told: who is to be expected. */
export const toldModel = z.object({
  id: z.int(),
  partner: z.string(),
  terms: z.object({
    streams: z.array(z.string()),
    parts: z.array(z.string()),
    smallNumbersBelow: z.int().nullable(),
  }),
});

/** What it tells: where it answers, and for whom it is ready. */
export const tellsModel = z.union([
  z.object({ url: z.string() }),
  z.object({ id: z.int(), isPrepared: z.boolean() }),
]);
export type Tells = z.output<typeof tellsModel>;
