import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand, LOST } from '../../../forms/ask-command';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { checkForm, type Form } from '../../../server/check-form';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { type Entry, entryWords } from '../entry-words';
import type { HelpArticle } from '../help/ask-help';
import type { StepRules } from '../help/step-rules';
import { keyOf, type Refused, refusedBy, type Said } from './came';
import type { CommandForm, Prepared } from './command-form';
import { MORE_ROWS } from './fields/findings';
import { fieldMeant, firstTyped, shownFields } from './form-view';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;

/** What the graph says to a command of this kind. */
export type Came = Said & { readonly since?: readonly Entry[] };

/** A command that somebody means, and what it is about. */
export interface Meant<About> {
  readonly command: CommandForm<About, Came>;
  readonly about: About;
  /** What it is done to, and the part of the graph that does it. */
  readonly id: string;
  readonly part: string;
  readonly version: number;
  /** Whether it may be done by whoever asks, as things stand; and why not, in a sentence. */
  readonly isOpen: boolean;
  readonly whyNot: string | null;
  readonly sendTo: string;
  /** Where an open form of a version is told what others do meanwhile; left out where nothing tells. */
  readonly tellsAt?: (version: string) => string;
  /** What its page is called, where it leads back to, and what has to be so before it. */
  readonly head: {
    readonly title: string;
    readonly back: { readonly href: string; readonly text: string };
    readonly stands: string;
    readonly needs: readonly { readonly text: string; readonly law: string }[];
    readonly law: string | null;
  };
  /** What helps with it, asked for where its page is shown. */
  readonly help: () => Promise<Help>;
  /** Where somebody is taken when it is done. */
  readonly afterwards: (came: Came) => string;
}

/** Articles of the guidance, and what the procedure says of a command. */
export interface Help {
  readonly articles: readonly HelpArticle[];
  readonly rules: StepRules | null;
}

/** What a form did when it was sent before made an end of what it is about: where that is told. */
export interface DoneBefore {
  readonly leadsTo: string;
}

/** Whoever asks for a page of a command, and what is needed to answer. */
interface Exchange<About> {
  readonly makers: Makers;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly meant: Meant<About>;
}

/** One page for every command of a kind: its form, what became of it, and why it is not open just now. */
export function addCommandRoute<About>(
  app: FastifyInstance,
  makers: Makers,
  route: {
    readonly path: string;
    readonly meantBy: (request: FastifyRequest) => Promise<Meant<About> | DoneBefore>;
  },
): void {
  app.get(route.path, async (request, reply) => {
    const meant = await route.meantBy(request);
    if ('leadsTo' in meant) return reply.redirect(meant.leadsTo, 303);
    const exchange = { makers, request, reply, meant };
    if (!meant.isOpen) return sendNotNow(exchange);
    const form = { ...firstTyped(meant.command.fields, meant.about), version: String(meant.version) };
    return sendForm(exchange, shownAs(form, [], 200));
  });

  app.post(route.path, async (request, reply) => {
    const form = checkForm(request);
    const meant = await route.meantBy(request);
    if ('leadsTo' in meant) return reply.redirect(meant.leadsTo, 303);
    const exchange = { makers, request, reply, meant };
    if (textOf(form, MORE_ROWS) !== '') return sendForm(exchange, shownAs(form, [], 200));
    const prepared = await exchange.meant.command.prepare(form, exchange.meant.about);
    if ('problems' in prepared) return sendForm(exchange, shownAs(form, prepared.problems, 400));
    return sendCommand(exchange, form, prepared.send);
  });
}

const shownAs = (form: Form, problems: readonly Problem[], status: number): Refused<Entry> => ({
  ...{ form, problems, status, meanwhile: [] },
});

async function sendCommand<About>(
  exchange: Exchange<About>,
  form: Form,
  send: Extract<Prepared<Came>, { readonly send: unknown }>['send'],
): Promise<FastifyReply> {
  const { makers, request, reply, meant } = exchange;
  const target = { key: keyOf(form), id: meant.id, version: Number(textOf(form, 'version')) };
  const typed = { ...form, key: target.key };
  const asked = send({ gateway: makers.gateway, asking: askingOf(request), part: meant.part, target });
  const { answer, problems, status } = await askCommand(asked, () => []);
  if (answer === null)
    return problems.length > 0
      ? sendForm(exchange, shownAs(typed, problems, status))
      : sendForm(exchange, shownAs(typed, [LOST], 503));
  const refused = refusedBy<Entry>(answer, typed, (part) => fieldMeant(meant.command.fields, part));
  return refused === null ? reply.redirect(meant.afterwards(answer), 303) : sendForm(exchange, refused);
}

async function sendForm<About>(
  { makers: { page, nameOf }, request, reply, meant }: Exchange<About>,
  { form, problems, status, meanwhile }: Refused<Entry>,
): Promise<FastifyReply> {
  const html = page(request, 'casework/commands/command.njk', {
    ...meant.head,
    ...{ problems, sendTo: meant.sendTo, help: await meant.help() },
    hidden: { key: keyOf(form), version: textOf(form, 'version') },
    liveAt: meant.tellsAt?.(textOf(form, 'version')) ?? null,
    meanwhile: meanwhile.map((entry) => entryWords(entry, nameOf)),
    fields: shownFields(meant.command.fields, { form, about: meant.about, problems }),
  });
  return sendPage(reply, html, status);
}

/** A command that is not open to somebody just now is not hidden: its page says why. */
async function sendNotNow<About>({ makers, request, reply, meant }: Exchange<About>): Promise<FastifyReply> {
  const view = { ...meant.head, why: meant.whyNot, help: await meant.help() };
  return sendPage(reply, makers.page(request, 'casework/commands/not-now.njk', view));
}
