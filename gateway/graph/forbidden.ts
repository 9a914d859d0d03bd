import { z } from 'zod';

const model = z.object({
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.literal('FORBIDDEN') }) }))
    .min(1),
});

/** Why an answer is kept from whoever asked; null where it is not. */
export function forbiddenIn(answer: unknown): string | null {
  const read = model.safeParse(answer);
  return read.success ? (read.data.errors[0]?.message ?? '') : null;
}
