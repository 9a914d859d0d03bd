import type { FastifyInstance } from 'fastify';
import { checkForm } from '../../server/check-form';
import { sendPage } from '../page-makers';
import type { PostMakers } from './post';
import { readerIn } from './reader';

const PATH = '/post/confirm/:token';
type Confirming = { Params: { token: string } };

/**
 * Where the link in a mail leads that asks whether an address is its person's. Opening it changes nothing: programs that look at
 * mails open links, too.
 */
export function addConfirmPages(app: FastifyInstance, { page, desk }: PostMakers): void {
  const { links, addresses } = desk;
  app.get<Confirming>(PATH, async (request, reply) => {
    const { subject } = readerIn(request);
    const shown = links.confirmationIn(request.params.token);
    const isUsable = shown !== null && shown.owner === subject;
    const action = `/post/confirm/${encodeURIComponent(request.params.token)}`;
    return sendPage(reply, page(request, 'post/confirm.njk', { isUsable, action }), isUsable ? 200 : 404);
  });

  app.post<Confirming>(PATH, async (request, reply) => {
    checkForm(request);
    if (await addresses.confirm(readerIn(request), request.params.token))
      return reply.redirect('/post?confirmed', 303);
    return sendPage(reply, page(request, 'post/confirm.njk', { isUsable: false }), 404);
  });
}
