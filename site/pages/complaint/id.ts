import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../server/not-found';

const MOST_CHARACTERS = 200;
const model = z.object({ id: z.string().min(1).max(MOST_CHARACTERS) });

/** The id in the address of a page. Throws `NotFound` where no id is written so. */
export function idOf(request: Pick<FastifyRequest, 'params'>): string {
  const read = model.safeParse(request.params);
  if (!read.success) throw new NotFound();
  return read.data.id;
}
