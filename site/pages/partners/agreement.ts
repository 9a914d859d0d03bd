import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import { AgreementPageDocument, EndAgreementDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { agreementKeyView, agreementView, requestsView } from './agreement-view';
import { partnerOf } from './partner-of';
import { agreeingIn, watchingIn } from './watching';
import { webhookView } from './webhook-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/administration/partners/:partner';

interface Sent {
  readonly reason?: string;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** The agreement with one partner: what is agreed, its keys, what was asked, and ending it. */
export function addAgreementPage(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, async (request, reply) => {
    const { isDeciding } = watchingIn(request);
    const query = queryOf(request);
    const place = readPlace(query);
    const partner = partnerOf(request);
    const { agreement, partnerRequests } = await makers.gateway.ask(
      AgreementPageDocument,
      { partner, first: PAGE_ROWS, after: place.after },
      askingOf(request),
    );
    if (agreement === null) throw new NotFound();
    const shown = agreementView(agreement);
    const html = makers.page(request, 'partners/agreement.njk', {
      ...{ agreement: shown, isDeciding, isSaved: query.saved !== undefined },
      keys: (agreement.keys ?? []).map(agreementKeyView),
      webhooks: (agreement.webhooks ?? []).map(webhookView),
      versions: (agreement.versions ?? []).map(({ version }) => version),
      requests: requestsView(partnerRequests, shown.href, place),
    });
    return sendPage(reply, html);
  });

  app.get(`${PATH}/end`, (request, reply) => sendEnd(makers, request, reply, {}));

  app.post(`${PATH}/end`, async (request, reply) => {
    const reason = textOf(checkForm(request), 'reason');
    const variables = { partner: partnerOf(request), reason };
    const asked = makers.gateway.ask(EndAgreementDocument, variables, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) =>
      refusalIn(outcome, { ReasonUnusable: 'reason' }),
    );
    if (commanded.answer !== null) return reply.redirect('/administration/partners?ended', 303);
    return sendEnd(makers, request, reply, { reason, ...commanded });
  });
}

async function sendEnd(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { reason = '', problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  agreeingIn(request);
  const asked = { partner: partnerOf(request), first: 1 };
  const { agreement } = await gateway.ask(AgreementPageDocument, asked, askingOf(request));
  if (agreement === null) throw new NotFound();
  const field = fieldsWith({ reason }, problems);
  const html = page(request, 'partners/end.njk', {
    ...{ agreement: agreementView(agreement), problems },
    reason: field('reason', 'Why it ends', 'For example, The service moved to another provider'),
  });
  return sendPage(reply, html, status);
}
