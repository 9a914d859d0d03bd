import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyLineFragment } from '../../../operations/__generated__/operations';
import { CONNECT_PATH } from '../../connect/paths';
import { type PageMakers, type SiteMakers, sendPage } from '../../page-makers';
import { connectWith, keyView } from './key-view';

/** What keys are made and shown with. */
export type KeyMakers = Pick<PageMakers, 'page' | 'gateway'> & Pick<SiteMakers, 'places'>;

/**
 * Shows a secret, on a page of its own and not after a way on: it is in this answer and nowhere else, and nothing may keep it.
 * Loaded again, the form is sent again, and the graph then gives no secret.
 */
export function sendMade(
  { page, places }: Omit<KeyMakers, 'gateway'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, secret }: { readonly key: KeyLineFragment; readonly secret: string | null },
): FastifyReply {
  const connect = secret === null ? null : connectWith({ id: key.id, secret });
  const html = page(request, 'administration/key-made.njk', {
    ...{ key: keyView(key), secret, connect },
    ...{ graph: `${places.gateway}/graphql`, toolsHref: CONNECT_PATH },
  });
  return sendPage(reply.header('cache-control', 'no-store'), html);
}
