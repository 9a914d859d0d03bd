import type { FastifyInstance } from 'fastify';
import { signedIn } from '../../server/visitor';
import { type PageMakers, sendPage } from '../page-makers';
import { toursFor } from './tours';
import { WORDS } from './words';

/** What to try in each role, and what the words mean. */
export function addHelp(app: FastifyInstance, { page }: PageMakers): void {
  app.get('/help', async (request, reply) => {
    const { role } = signedIn(request);
    return sendPage(reply, page(request, 'help.njk', { tours: toursFor(role), words: WORDS }));
  });
}
