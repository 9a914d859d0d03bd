import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import { OwnAgreementDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { agreementKeyView, agreementView, requestsView } from './agreement-view';
import { webhookView } from './webhook-view';

const PATH = '/partner';

/** What is agreed with the visitor's organisation, its keys, and what was asked in its name. */
export function addOwnAgreement(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(PATH, async (request, reply) => {
    if (signedIn(request).role !== 'partner')
      throw new GatewayRefusal('FORBIDDEN', 'Whoever belongs to a partner has an agreement');
    const place = readPlace(queryOf(request));
    const { ownAgreement, partnerRequests } = await gateway.ask(
      OwnAgreementDocument,
      { first: PAGE_ROWS, after: place.after },
      askingOf(request),
    );
    if (ownAgreement === null) throw new NotFound();
    const html = page(request, 'partners/own.njk', {
      agreement: agreementView(ownAgreement),
      keys: (ownAgreement.keys ?? []).map(agreementKeyView),
      webhooks: (ownAgreement.webhooks ?? []).map(webhookView),
      requests: requestsView(partnerRequests, PATH, place),
    });
    return sendPage(reply, html);
  });
}
