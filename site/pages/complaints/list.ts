import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReach } from '../reach';
import { askAtPlace, askListPage } from './ask-list';
import { listView } from './list-page';
import { readListQuestion } from './list-question';
import { LIST_PATH } from './list-view';

/** The list behind every figure, and of complaints. */
export function addComplaintList(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(LIST_PATH, async (request, reply) => {
    const [asking, query] = [askingOf(request), queryOf(request)];
    const reach = await askReach(gateway, asking);
    const question = readListQuestion(query, reach.choices);
    const placed = await askAtPlace(
      ({ after }) => askListPage(gateway, asking, question, { first: PAGE_ROWS, after }),
      readPlace(query),
    );
    return sendPage(reply, page(request, 'complaints/list.njk', listView(question, placed, reach)));
  });
}
