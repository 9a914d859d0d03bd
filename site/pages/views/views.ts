import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { mayGetPost } from '../../post/post-scope';
import { subscribedPage } from '../../post/subscribed-page';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { type PageMakers, queryOf, sendPage } from '../page-makers';
import { LONGEST_TITLE, MOST_VIEWS, type ReadView, readView, type ViewProblem } from './read-view';
import { createSavedViews, type SavedViews } from './saved-views';

const TOO_MANY: ViewProblem = {
  field: 'title',
  says: `You keep ${MOST_VIEWS} views, and can keep no more. Remove one first.`,
};

/** One's own saved views: pages with their filters, under a title. */
export function addViewPages(app: FastifyInstance, makers: PageMakers): void {
  const views = createSavedViews(makers);
  app.get('/views', (request, reply) => sendViews(makers, views, { request, reply }));

  app.post('/views', async (request, reply) => {
    const read = readView(checkForm(request));
    if (read.problems.length > 0) return sendViews(makers, views, { request, reply }, read);
    const id = await views.keep(signedIn(request), read.sent);
    if (id === null) return sendViews(makers, views, { request, reply }, { ...read, problems: [TOO_MANY] });
    return reply.redirect(`/views?saved=${encodeURIComponent(id)}`, 303);
  });

  // Mails lead here: what stands in the address of a view stays out of them.
  app.get<{ Params: { id: string } }>('/views/:id', async (request, reply) => {
    const view = (await views.list(signedIn(request))).find(({ id }) => id === request.params.id);
    if (view === undefined) throw new NotFound();
    return reply.redirect(view.address, 303);
  });

  app.post<{ Params: { id: string } }>('/views/:id/remove', async (request, reply) => {
    checkForm(request);
    if (!(await views.remove(signedIn(request), request.params.id))) throw new NotFound();
    return reply.redirect('/views', 303);
  });
}

async function sendViews(
  { page }: PageMakers,
  views: SavedViews,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  refused: ReadView | null = null,
): Promise<FastifyReply> {
  const owner = signedIn(request);
  const held = await views.list(owner);
  const canPost = mayGetPost(owner.role);
  const { saved } = queryOf(request);
  const html = page(request, 'views.njk', {
    refused,
    longestTitle: LONGEST_TITLE,
    views: held.map(({ id, title, address, saved_at }) => ({
      ...{ id, title, href: address, isNew: id === saved },
      savedOn: dayWords(saved_at.toISOString().slice(0, 10)),
      removeAction: `/views/${encodeURIComponent(id)}/remove`,
      mailHref:
        canPost && subscribedPage(address) !== null ? `/post?view=${encodeURIComponent(id)}#post-add` : null,
    })),
  });
  return sendPage(reply, html, refused === null ? 200 : 400);
}
