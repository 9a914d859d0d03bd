import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import { AgreementListDocument } from '../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { addAgreementPage } from './agreement';
import { addAgreementForm } from './agreement-form';
import { agreementView } from './agreement-view';
import { addMakeWebhook } from './make-webhook';
import { addOwnAgreement } from './own-agreement';
import { watchingIn } from './watching';
import { addWebhookPage } from './webhook';

const PATH = '/administration/partners';

/** Agreements with partners, for those who watch over them; and a partner's own. */
export function addPartnerPages(app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway'>): void {
  app.get(PATH, async (request, reply) => {
    const { isDeciding } = watchingIn(request);
    const query = queryOf(request);
    const place = readPlace(query);
    const { agreements } = await makers.gateway.ask(
      AgreementListDocument,
      { first: PAGE_ROWS, after: place.after },
      askingOf(request),
    );
    const rows = agreements?.edges.flatMap(({ node }) => (node === null ? [] : [agreementView(node)])) ?? [];
    const links =
      agreements &&
      pageLinks({
        ...{ path: PATH, place, rows: rows.length, total: agreements.totalCount },
        ...{ pageInfo: agreements.pageInfo, filter: {}, parameters: {} },
      });
    const shown = { rows, links, isDeciding, isEnded: query.ended !== undefined };
    return sendPage(reply, makers.page(request, 'partners/list.njk', shown));
  });
  addAgreementForm(app, makers);
  addAgreementPage(app, makers);
  addMakeWebhook(app, makers);
  addWebhookPage(app, makers);
  addOwnAgreement(app, makers);
}
