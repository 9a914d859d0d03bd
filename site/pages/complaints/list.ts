import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import { statusOf } from '../figures/lost';
import { askFilterNames, NAMES_UNKNOWN, namesAny } from '../filter-names';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReach, versionOf } from '../reach';
import { askAtPlace, askListPage } from './ask-list';
import { listView } from './list-page';
import { readListQuestion } from './list-question';
import { LIST_PATH } from './list-view';

/** The list behind every figure, and of complaints. */
export function addComplaintList(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  const { page, gateway } = makers;
  app.get(LIST_PATH, async (request, reply) => {
    const [asking, query] = [askingOf(request), queryOf(request)];
    // The list waits for the names only where its address has any, and not for long.
    const isNamed = namesAny(query);
    const naming = askFilterNames(gateway, isNamed ? { ...asking, share: 0.5 } : asking, query);
    const question = readListQuestion(query, isNamed ? (await naming).choices : NAMES_UNKNOWN);
    const [{ choices }, placed, reach] = await Promise.all([
      naming,
      askAtPlace(
        ({ after }) => askListPage(gateway, asking, question, { first: PAGE_ROWS, after }),
        readPlace(query),
      ),
      // It tells which years can be chosen, and whether what is shown is still the newest.
      askReach(makers, asking),
    ]);
    const view = { ...listView(question, placed, { ...reach, choices }), version: versionOf(reach) };
    return sendPage(reply, page(request, 'complaints/list.njk', view), statusOf(view));
  });
}
