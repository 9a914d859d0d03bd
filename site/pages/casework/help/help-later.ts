import type { FastifyRequest } from 'fastify';

/**
 * Asks for what stands beside a form: at once, beside all else, where its page is looked at; where the form is sent, when it has
 * to be shown again. What is done at once shows none.
 */
export function whenShown<Answer>(
  { method }: Pick<FastifyRequest, 'method'>,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  const begun = method === 'GET' ? ask() : null;
  // Where there is no such page, what went wrong beside it is of no interest.
  begun?.catch(() => undefined);
  return () => begun ?? ask();
}
