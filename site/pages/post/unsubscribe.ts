import type { FastifyInstance } from 'fastify';
import type { PostDesk } from '../../post/post-desk';
import { NotFound } from '../../server/not-found';
import { sendPage } from '../page-makers';
import type { PostMakers } from './post-makers';
import { linkIn } from './reader';

const PATH = '/post/unsubscribe';
const MAX_CLICK_BYTES = 10_000;

/**
 * Where the link in each mail leads that ends it, for whoever has the mail: nobody has to sign in. Opening it changes nothing;
 * sending its form does, and so does the one click of a mail program (RFC 8058). The link itself shows who may.
 */
export function addUnsubscribePages(
  app: FastifyInstance,
  {
    page,
    desk,
  }: Pick<PostMakers, 'page'> & {
    readonly desk: Pick<PostDesk, 'links'> & {
      readonly subscriptions: Pick<PostDesk['subscriptions'], 'endByLink'>;
    };
  },
): void {
  const { links, subscriptions } = desk;
  app.get(PATH, async (request, reply) => {
    const token = linkIn(request);
    if (links.unsubscribingIn(token) === null) throw new NotFound();
    const action = `${PATH}?link=${encodeURIComponent(token)}`;
    return sendPage(reply, page(request, 'post/unsubscribe.njk', { isEnded: false, action }));
  });

  app.register(async (clicks) => {
    // A mail program may send its one click in parts (RFC 8058, 3.1). The link says all, so nothing of them is read.
    clicks.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: MAX_CLICK_BYTES },
      (_request, _body, done) => done(null),
    );
    clicks.post(PATH, async (request, reply) => {
      const subscription = links.unsubscribingIn(linkIn(request));
      if (subscription === null) throw new NotFound();
      // Whether it was there still makes no difference: it has ended.
      await subscriptions.endByLink(subscription);
      return sendPage(reply, page(request, 'post/unsubscribe.njk', { isEnded: true }));
    });
  });
}
