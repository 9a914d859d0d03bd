import type { FastifyInstance } from 'fastify';
import { signedIn } from '../../server/visitor';
import { type SiteMakers, sendPage } from '../page-makers';
import { toursFor } from './tours';
import { keptView } from './what-is-kept';
import { WORDS } from './words';

/** What to try in each role, what the words mean, and what is kept of people. */
export function addHelp(
  app: FastifyInstance,
  { page, whatIsKept }: Pick<SiteMakers, 'page' | 'whatIsKept'>,
): void {
  const kept = keptView(whatIsKept);
  app.get('/help/what-is-kept', async (request, reply) =>
    sendPage(reply, page(request, 'what-is-kept.njk', kept)),
  );
  app.get('/help', async (request, reply) => {
    const { role } = signedIn(request);
    return sendPage(reply, page(request, 'help.njk', { tours: toursFor(role), words: WORDS }));
  });
}
