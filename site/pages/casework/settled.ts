import type { FastifyInstance } from 'fastify';
import { type PageMakers, sendPage } from '../page-makers';
import { SETTLED_PATH } from './commands/settled-before';

/** What somebody is told who settled a concern: it has no page any more. */
export function addSettledPage(app: FastifyInstance, makers: Pick<PageMakers, 'page'>): void {
  app.get(SETTLED_PATH, (request, reply) =>
    sendPage(
      reply,
      makers.page(request, 'told.njk', {
        title: 'It was settled',
        says: [
          'It was settled by the next working day, and is no complaint. What was said and who said it is not kept.',
        ],
        goOn: { text: 'Go on', href: '/complaints' },
      }),
    ),
  );
}
