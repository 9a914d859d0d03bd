import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnseenJobsDocument } from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';
import { type PageMakers, steadyAskingOf } from '../page-makers';
import { noteOf } from './job-words';

/** How much of a page's time the question may take: every page can do without its answer. */
const SHARE = 0.25;

/** Has every page tell whoever asked for long work what has ended since they last looked. */
export function addNotes(app: FastifyInstance, { gateway }: Pick<PageMakers, 'gateway'>): void {
  app.addHook('preHandler', async (request) => {
    if (!isPageOfAdmin(request)) return;
    const asking = { ...steadyAskingOf(request), share: SHARE };
    const unseen = await askPart(gateway.ask(UnseenJobsDocument, {}, asking));
    request.notes = (unseen?.unseenJobs ?? []).map((job) => ({
      says: noteOf(job),
      href: `/imports/${job.id}`,
    }));
  });
}

const isPageOfAdmin = ({ method, url, visitor }: FastifyRequest): boolean =>
  method === 'GET' &&
  visitor?.session.role === 'admin' &&
  !url.startsWith('/assets/') &&
  !/\.(?:csv|svg)(?:\?|$)/.test(url);
