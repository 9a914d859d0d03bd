import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  CancelJobDocument,
  JobPageDocument,
  LoadKeptFileDocument,
  SeeJobDocument,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askPart } from '../ask-part';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { checkAdmin } from './check-admin';
import { jobView } from './job-view';
import { isUnderWay } from './job-words';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

interface At {
  Params: { id: string };
}

/** The page of one piece of long work, and what can be done with it. */
export function addJobPage(app: FastifyInstance, makers: Makers): void {
  app.get<At>('/imports/:id', (request, reply) => sendJob(makers, { request, reply, id: request.params.id }));

  app.post<At>('/imports/:id/cancel', async (request, reply) => {
    const { id } = await checked(request);
    const { cancelled } = await makers.gateway.ask(CancelJobDocument, { id }, askingOf(request));
    if (cancelled?.__typename === 'JobNotFound') throw new NotFound();
    if (cancelled !== null && 'message' in cancelled)
      return sendJob(makers, { request, reply, id, problem: cancelled.message });
    return reply.redirect(`/imports/${encodeURIComponent(id)}`, 303);
  });

  app.post<At>('/imports/:id/load', async (request, reply) => {
    const { id } = await checked(request);
    const { added } = await makers.gateway.ask(LoadKeptFileDocument, { id }, askingOf(request));
    if (added?.__typename === 'JobAdded') return reply.redirect(`/imports/${added.job.id}`, 303);
    if (added === null || added.__typename === 'JobNotFound') throw new NotFound();
    return sendJob(makers, { request, reply, id, problem: added.message });
  });
}

async function checked(request: FastifyRequest<At>): Promise<{ readonly id: string }> {
  checkForm(request);
  checkAdmin(request);
  return request.params;
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly id: string;
  readonly problem?: string;
}

async function sendJob(
  { page, gateway }: Makers,
  { request, reply, id, problem }: Sending,
): Promise<FastifyReply> {
  checkAdmin(request);
  const asking = askingOf(request);
  const { job } = await gateway.ask(JobPageDocument, { id }, asking);
  if (job === null) throw new NotFound();
  if (!isUnderWay(job.state) && job.askedBy === signedIn(request).subject) {
    // Whoever looks at it need not be told of it any more.
    await askPart(gateway.ask(SeeJobDocument, { id }, asking));
    request.notes = (request.notes ?? []).filter(({ href }) => href !== `/imports/${id}`);
  }
  const view = jobView(job, problem ?? null);
  return sendPage(reply, page(request, 'imports/job.njk', view), problem === undefined ? 200 : 400);
}
