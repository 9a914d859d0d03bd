import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../../lists/page-place';
import { KeyListDocument } from '../../../operations/__generated__/operations';
import { askingOf, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { addKeyPages } from './key';
import { keyView } from './key-view';
import type { KeyMakers } from './made';
import { addMakeKey } from './make-key';

const PATH = '/administration/keys';

/** Keys of programs: which there are, making one, rotating and revoking. */
export function addKeys(app: FastifyInstance, makers: KeyMakers): void {
  app.get(PATH, async (request, reply) => {
    decidingIn(request);
    const { page, gateway } = makers;
    const query = queryOf(request);
    const place = readPlace(query);
    const { keys } = await gateway.ask(
      KeyListDocument,
      { first: PAGE_ROWS, after: place.after },
      askingOf(request),
    );
    const rows = keys?.edges.flatMap(({ node }) => (node === null ? [] : [keyView(node)])) ?? [];
    const links =
      keys &&
      pageLinks({
        ...{ path: PATH, place, rows: rows.length, total: keys.totalCount, pageInfo: keys.pageInfo },
        ...{ filter: {}, parameters: {} },
      });
    return sendPage(
      reply,
      page(request, 'administration/keys.njk', { rows, links, revoked: query.revoked !== undefined }),
    );
  });
  addMakeKey(app, makers);
  addKeyPages(app, makers);
}
