import type { FastifyInstance } from 'fastify';
import { checkForm } from '../../server/check-form';
import { sendPage } from '../page-makers';
import type { PostMakers } from './post-makers';
import { linkIn, readerIn } from './reader';

const PATH = '/post/confirm';

/**
 * Where the link in a mail leads that asks whether an address is its person's. Opening it changes nothing: programs that look at
 * mails open links, too.
 */
export function addConfirmPages(app: FastifyInstance, { page, desk }: PostMakers): void {
  const { links, addresses } = desk;
  app.get(PATH, async (request, reply) => {
    const { subject } = readerIn(request);
    const link = linkIn(request);
    const shown = links.confirmationIn(link);
    const isUsable = shown !== null && shown.owner === subject;
    const action = `${PATH}?link=${encodeURIComponent(link)}`;
    return sendPage(reply, page(request, 'post/confirm.njk', { isUsable, action }), isUsable ? 200 : 404);
  });

  app.post(PATH, async (request, reply) => {
    checkForm(request);
    if (await addresses.confirm(readerIn(request), linkIn(request)))
      return reply.redirect('/post?confirmed', 303);
    return sendPage(reply, page(request, 'post/confirm.njk', { isUsable: false }), 404);
  });
}
