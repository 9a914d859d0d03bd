import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyLineFragment } from '../../../operations/__generated__/operations';
import { type PageMakers, sendPage } from '../../page-makers';
import { connectWith, keyView } from './key-view';

/** Where a tool asks, as a person has to complete it: the site does not know at which address others reach the graph. */
const GRAPH = 'https://COMPLAINTS-ADDRESS/graphql';

/**
 * Shows a secret, on a page of its own and not after a way on: it is in this answer and nowhere else, and nothing may keep it.
 * Loaded again, the form is sent again, and the graph then gives no secret.
 */
export function sendMade(
  { page }: Pick<PageMakers, 'page'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, secret }: { readonly key: KeyLineFragment; readonly secret: string | null },
): FastifyReply {
  const connect = secret === null ? null : connectWith({ id: key.id, secret, url: GRAPH });
  const html = page(request, 'administration/key-made.njk', { key: keyView(key), secret, connect });
  return sendPage(reply.header('cache-control', 'no-store'), html);
}
