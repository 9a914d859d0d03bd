import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  ChangeWebhookDocument,
  EndWebhookDocument,
  ReplayWebhookDocument,
  RotateWebhookSecretDocument,
  TestWebhookDocument,
  WebhookPageDocument,
} from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { partnerOf } from './partner-of';
import { agreeingIn, watchingIn } from './watching';
import { webhookView } from './webhook-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/administration/partners/:partner/webhooks/:id';
const parameters = z.object({ id: z.string() });
const idOf = (request: FastifyRequest): string => parameters.parse(request.params).id;

/** What the graph says to any command about a webhook. */
export interface WebhookOutcome {
  readonly outcome:
    | {
        readonly __typename: 'WebhookSaved';
        readonly secret: string | null;
        readonly webhook: { readonly id: string };
      }
    | { readonly __typename: string; readonly message: string; readonly part?: string }
    | null;
}
type Command = (of: { readonly form: Form; readonly id: string }, asking: Asking) => Promise<WebhookOutcome>;

interface Sent {
  readonly id: string;
  /** A secret that was made now. */
  readonly secret?: string | null;
  /** What was typed where it was refused. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** What each form of the page asks for, by the end of its address. */
const commandsTo = (gateway: Gateway): Readonly<Record<string, Command>> => ({
  address: ({ form, id }, asking) =>
    gateway.ask(ChangeWebhookDocument, { id, url: textOf(form, 'url') }, asking),
  test: ({ form, id }, asking) =>
    gateway.ask(TestWebhookDocument, { id, command: textOf(form, 'command') }, asking),
  secret: ({ form, id }, asking) =>
    gateway.ask(RotateWebhookSecretDocument, { id, command: textOf(form, 'command') }, asking),
  resume: ({ form, id }, asking) =>
    gateway.ask(ReplayWebhookDocument, { id, afterEvent: textOf(form, 'afterEvent') || null }, asking),
  end: ({ id }, asking) => gateway.ask(EndWebhookDocument, { id }, asking),
});

/** One webhook: how it stands and what became of each sending, trying it, and changing or ending it. */
export function addWebhookPage(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) => sendWebhook(makers, request, reply, { id: idOf(request) }));
  for (const [name, command] of Object.entries(commandsTo(makers.gateway)))
    app.post(`${PATH}/${name}`, async (request, reply) => {
      const form = checkForm(request);
      agreeingIn(request);
      const id = idOf(request);
      const { answer, ...refused } = await askCommand(command({ form, id }, askingOf(request)), problemsOf);
      const typed = { url: textOf(form, 'url'), afterEvent: textOf(form, 'afterEvent') };
      if (answer === null) return sendWebhook(makers, request, reply, { id, typed, ...refused });
      const secret = secretIn(answer);
      if (secret !== null) return sendWebhook(makers, request, reply, { id, secret });
      return reply.redirect(`${pathOf(request, id)}?done=${name}`, 303);
    });
}

/** A refusal beside the field that it names, where the page has it. */
export function problemsOf({ outcome }: WebhookOutcome): readonly Problem[] {
  if (outcome === null || !('message' in outcome)) return [];
  const field = outcome.part === 'url' || outcome.part === 'afterEvent' ? outcome.part : null;
  return [{ field, says: outcome.message }];
}

/** The secret that a command made; null where it made none. */
const secretIn = ({ outcome }: WebhookOutcome): string | null =>
  outcome !== null && 'secret' in outcome ? outcome.secret : null;

const pathOf = (request: FastifyRequest, id: string): string =>
  `/administration/partners/${encodeURIComponent(partnerOf(request))}/webhooks/${encodeURIComponent(id)}`;

/** Shows a secret that was made, this once: nothing may keep the page. */
export async function sendWebhook(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, secret = null, typed, problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  const { isDeciding } = watchingIn(request);
  const { agreement } = await gateway.ask(
    WebhookPageDocument,
    { partner: partnerOf(request) },
    askingOf(request),
  );
  const webhook = agreement?.webhooks?.find((each) => each.id === id);
  if (!agreement || !webhook) throw new NotFound();
  const field = fieldsWith(typed ?? { url: webhook.url }, problems);
  const html = page(request, 'partners/webhook.njk', {
    ...{ webhook: webhookView(webhook), partner: { id: agreement.partner, name: agreement.name } },
    ...{ path: pathOf(request, id), isDeciding, problems, secret, command: randomUUID() },
    done: queryOf(request).done,
    url: field('url', 'Address', 'An https address of the open internet'),
    afterEvent: field(
      'afterEvent',
      'Again from after this event',
      'Its id, from the list above; nothing goes on where it stopped',
    ),
  });
  return sendPage(reply.header('cache-control', 'no-store'), html, status);
}
