import type { FastifyInstance } from 'fastify';
import { WhoMayDoWhatDocument } from '../../../operations/__generated__/operations';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { lookingIn } from '../office';
import { whoView } from './who-view';

/** What each role may do, as the gateway enforces it, and what holds for the visitor. */
export function addRolePage(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/administration/roles', async (request, reply) => {
    lookingIn(request);
    const answer = await gateway.ask(WhoMayDoWhatDocument, {}, askingOf(request));
    return sendPage(reply, page(request, 'administration/roles.njk', whoView(answer)));
  });
}
