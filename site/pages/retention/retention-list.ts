import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { streamName } from '../../../domain/figures/names';
import { fieldsWith, textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { GatewayRefusal } from '../../gateway/refusal';
import { LegalHoldsDocument, RetentionDueDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askRetention } from './ask-retention';
import { doneWords, holdView, reviewView } from './retention-words';
import { mayHold } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/retention';
const STREAMS = ['adults', 'childrens', 'corporate', 'schools'] as const;
const actionModel = z.object({ action: z.string() });

interface Sent {
  readonly form?: Form;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** Whose people are due for review, and the legal holds, of all streams that somebody is cleared for. */
export function addRetentionList(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) => sendList(makers, request, reply, {}));

  app.post(`${PATH}/:action`, async (request, reply) => {
    const form = checkForm(request);
    checkMayHold(request);
    const { action } = actionModel.parse(request.params);
    const asked = { gateway: makers.gateway, asking: askingOf(request), id: null, form };
    const commanded = await askRetention(action, { ...asked, stream: textOf(form, 'stream') });
    if (commanded.answer !== null) return reply.redirect(`${PATH}?done=${action}`, 303);
    return sendList(makers, request, reply, { form, ...commanded });
  });
}

function checkMayHold(request: FastifyRequest): void {
  if (!mayHold(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'For how long people are kept is for officers and admins to see');
}

const among = (streams: readonly string[]) => ({
  ...{ adults: streams.includes('adults'), childrens: streams.includes('childrens') },
  ...{ corporate: streams.includes('corporate'), schools: streams.includes('schools') },
});

async function sendList(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { form = {}, problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  checkMayHold(request);
  const { role, streams } = signedIn(request);
  const asking = askingOf(request);
  const isOfficer = role === 'officer';
  const cleared = STREAMS.filter((stream) => !isOfficer || streams.includes(stream));
  const chosen = cleared.find((stream) => upper(stream) === queryOf(request).streams);
  const seen = chosen === undefined ? cleared : [chosen];
  const [due, held] = await Promise.all([
    isOfficer ? gateway.ask(RetentionDueDocument, among(seen), asking) : null,
    gateway.ask(LegalHoldsDocument, among(seen), asking),
  ]);
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
  const field = fieldsWith(typed, problems);
  const html = page(request, 'retention/list.njk', {
    ...{ problems, done: doneWords(queryOf(request).done) },
    command: typed.command || randomUUID(),
    due: due && seen.flatMap((stream) => nodesIn(due[stream]).map(reviewView)),
    isMore: due !== null && seen.some((stream) => due[stream]?.pageInfo.hasNextPage === true),
    holds: seen.flatMap((stream) =>
      nodesIn(held[stream]).map((hold) => ({
        ...{ ...holdView(hold), stream: streamName(upper(stream)), streamCode: upper(stream) },
      })),
    ),
    streams: cleared.map((stream) => ({ value: upper(stream), text: streamName(upper(stream)) })),
    chosen: chosen === undefined ? null : upper(chosen),
    path: PATH,
    fields: {
      stream: field('stream', 'Which stream'),
      reason: field('hold-reason', 'Why', 'For example, The inquiry into child sexual abuse'),
      lift: field('lift-reason', 'Why it is lifted'),
    },
  });
  return sendPage(reply, html, status);
}

const upper = (stream: (typeof STREAMS)[number]): string => stream.toUpperCase();

const nodesIn = <Node>(
  list: { readonly edges: readonly { readonly node: Node | null }[] } | null | undefined,
): Node[] => (list?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]));
