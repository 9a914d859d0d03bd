import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import { VanishedRecordsDocument } from '../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { checkAdmin } from './check-admin';
import { momentWords } from './job-words';

const PATH = '/imports/vanished';

/** What is held and counted though the newest whole file of its system has no row for it. */
export function addVanished(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(PATH, async (request, reply) => {
    checkAdmin(request);
    const place = readPlace(queryOf(request));
    const variables = { first: PAGE_ROWS, after: place.after };
    const { vanished } = await gateway.ask(VanishedRecordsDocument, variables, askingOf(request));
    const rows = (vanished?.edges ?? []).flatMap(({ node }) =>
      node === null
        ? []
        : [
            {
              ...{ source: node.source, record: node.record, file: node.file, line: node.line },
              since: node.vanishedSince && {
                href: `/imports/ledger/${node.vanishedSince.id}`,
                file: node.vanishedSince.file,
                at: momentWords(node.vanishedSince.startedAt),
              },
            },
          ],
    );
    const links = pageLinks({
      ...{ path: PATH, filter: {}, parameters: {}, place, rows: rows.length },
      total: vanished?.totalCount ?? null,
      pageInfo: vanished?.pageInfo ?? { hasNextPage: false, endCursor: null },
    });
    return sendPage(reply, page(request, 'imports/vanished.njk', { rows, links }));
  });
}
