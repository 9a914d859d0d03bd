import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FetchDoor } from '../../gateway/fetching';
import { signedIn } from '../../server/visitor';
import { unlessLost } from '../ask-part';
import { reachWords } from '../dashboard/reach-words';
import { momentWords } from '../data-quality/shown-moment';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askFreshness, askParts, askWaiting } from './ask-status';
import { allWords, partWords } from './part-words';

export type StatusMakers = Pick<PageMakers, 'page' | 'gateway' | 'clock'> & { readonly fetchDoor: FetchDoor };

const PATH = '/status';

/** How the service itself stands: which parts answer, how fresh the figures are, and what waits to be loaded. */
export function addStatus(app: FastifyInstance, makers: StatusMakers): void {
  app.get(PATH, async (request, reply) => {
    const { page, gateway, fetchDoor } = makers;
    const asking = askingOf(request);
    const [parts, sources, jobs] = await Promise.all([
      unlessLost(askParts(fetchDoor, asking)),
      askFreshness(gateway, asking),
      askWaiting(gateway, asking),
    ]);
    const lost = { isLost: parts === null };
    const view = {
      ...lostView(lost),
      at: momentWords(new Date().toISOString()),
      all: parts === null ? null : allWords(parts),
      parts: (parts ?? []).map((part) => partWords(part, { isInDetail: looksAfterIt(request) })),
      sources: sources === null ? null : reachWords({ sources }),
      jobs: jobs === null ? null : countsOf(jobs),
    };
    return sendPage(reply, page(request, 'status.njk', view), statusOf(lost));
  });
}

const looksAfterIt = (request: FastifyRequest): boolean => signedIn(request).role === 'admin';

/** How much is being done, and how much waits for its turn. */
function countsOf(jobs: readonly { readonly state: string }[]) {
  const waiting = jobs.filter(({ state }) => state === 'WAITING').length;
  return { waiting, working: jobs.length - waiting };
}
