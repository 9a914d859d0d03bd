import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../../lists/page-place';
import { NameDecisionsDocument, ReferenceNamesDocument } from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { lookingIn } from '../office';
import { nameDecisionRows, namesView } from './names-view';

export const SERVICES_PATH = '/administration/services';

/** The council's services and directorates, with what else they go by, and who decided what of it. */
export function addServiceNames(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(SERVICES_PATH, async (request, reply) => {
    const [{ isDeciding }, asking, query] = [lookingIn(request), askingOf(request), queryOf(request)];
    const place = readPlace(query);
    const variables = { first: PAGE_ROWS, after: place.after };
    const [names, decided] = await Promise.all([
      gateway.ask(ReferenceNamesDocument, {}, asking),
      isDeciding ? askPart(gateway.ask(NameDecisionsDocument, variables, asking)) : null,
    ]);
    const list = decided?.nameDecisions ?? null;
    const rows = list === null ? [] : nameDecisionRows(list, names);
    const view = {
      ...{ isDeciding, rows, directorates: namesView(names), kept: query.kept !== undefined },
      links: pageLinks({
        ...{ path: SERVICES_PATH, filter: {}, parameters: {}, place, rows: rows.length },
        total: list?.totalCount ?? null,
        pageInfo: list?.pageInfo ?? { hasNextPage: false, endCursor: null },
      }),
    };
    return sendPage(reply, page(request, 'administration/services.njk', view));
  });
}
