import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { CreateWebhookDocument, WebhookPageDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { partnerOf } from './partner-of';
import { agreeingIn } from './watching';
import { problemsOf, sendWebhook } from './webhook';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/administration/partners/:partner/webhooks/new';
const FIELDS = ['command', 'url'] as const;

interface Sent {
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** The form that makes a webhook; the page of the webhook then shows its secret this once. */
export function addMakeWebhook(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) =>
    sendForm(makers, request, reply, {
      typed: { command: randomUUID(), url: '' },
      problems: [],
      status: 200,
    }),
  );

  app.post(PATH, async (request, reply) => {
    const typed = textsIn(checkForm(request), FIELDS);
    agreeingIn(request);
    const variables = { ...typed, partner: partnerOf(request) };
    const asked = makers.gateway.ask(CreateWebhookDocument, variables, askingOf(request));
    const { answer, ...refused } = await askCommand(asked, problemsOf);
    const outcome = answer?.outcome;
    if (outcome?.__typename !== 'WebhookSaved')
      return sendForm(makers, request, reply, { typed, ...refused });
    return sendWebhook(makers, request, reply, { id: outcome.webhook.id, secret: outcome.secret });
  });
}

async function sendForm(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems, status }: Sent,
): Promise<FastifyReply> {
  agreeingIn(request);
  const { agreement } = await gateway.ask(
    WebhookPageDocument,
    { partner: partnerOf(request) },
    askingOf(request),
  );
  if (agreement === null) throw new NotFound();
  const html = page(request, 'partners/make-webhook.njk', {
    ...{ problems, command: typed.command, partner: { id: agreement.partner, name: agreement.name } },
    url: fieldsWith(typed, problems)('url', 'Address', 'An https address of the open internet'),
  });
  return sendPage(reply, html, status);
}
