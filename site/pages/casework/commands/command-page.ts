import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownOf } from '../../../../platform/tables/own-of';
import { askCommand } from '../../../forms/ask-command';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { GatewayRefusal } from '../../../gateway/refusal';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { idOf } from '../../complaint/id';
import { complaintHref } from '../../complaints/rows';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { entryWords } from '../entry-words';
import { liveAt } from '../live/what-happened';
import { mayWork } from '../roles';
import { askCase } from './ask-case';
import { keyOf, type Refused, refusedBy } from './came';
import type { CaseSeen } from './case-seen';
import { MORE_ROWS } from './fields/findings';
import { firstTyped, shownFields } from './form-view';
import type { CaseForm } from './forms/case-form';
import { CASE_FORMS } from './forms/case-forms';
import { commandName, commandSlug } from './paths';
import { eventTitle, needsOf, notNow } from './why-not';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>;
type Happened = Parameters<typeof entryWords>[0];
const partyModel = z.object({ party: z.string().nullable().catch(null).default(null) });
const commandModel = z.object({ command: z.string() });

/** The form as it is shown. */
interface Shown extends Omit<Refused<Happened>, 'form'> {
  readonly form: Form;
}

/** A command of a page: what it is, and what it is about. */
interface Meant {
  readonly slug: string;
  readonly command: CaseForm;
  readonly seen: CaseSeen;
}

const SLUGS = Object.fromEntries(Object.entries(CASE_FORMS).map(([name, form]) => [commandSlug(name), form]));

/** A form for every command on a live complaint, by the verb of its mutation. */
export function addCommandPages(app: FastifyInstance, makers: Makers): void {
  app.get('/complaints/:id/do/:command', async (request, reply) => {
    const meant = await meantBy(makers, request);
    const permitted = meant.seen.live.permitted.find(
      ({ mutation }) => commandSlug(commandName(mutation, meant.seen.stream)) === meant.slug,
    );
    if (permitted?.isOpenToCaller !== true) return sendNotNow(makers, request, reply, meant);
    const { seen, command } = meant;
    const form = { ...firstTyped(command.fields, seen), version: String(seen.live.version) };
    return sendForm(makers, request, reply, meant, { form, problems: [], status: 200, meanwhile: [] });
  });

  app.post('/complaints/:id/do/:command', async (request, reply) => {
    const form = checkForm(request);
    const meant = await meantBy(makers, request);
    const shown = (problems: readonly Problem[], status: number) =>
      sendForm(makers, request, reply, meant, { form, problems, status, meanwhile: [] });
    if (textOf(form, MORE_ROWS) !== '') return shown([], 200);
    const prepared = await meant.command.prepare(form, meant.seen);
    if ('problems' in prepared) return shown(prepared.problems, 400);
    return sendCommand(makers, request, reply, meant, { form, send: prepared.send });
  });
}

type Ready = Extract<Awaited<ReturnType<CaseForm['prepare']>>, { readonly send: unknown }>;

async function sendCommand(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  meant: Meant,
  { form, send }: Ready & { readonly form: Form },
): Promise<FastifyReply> {
  const { seen, command } = meant;
  const target = { key: keyOf(form), id: seen.id, version: Number(textOf(form, 'version')) };
  const typed = { ...form, key: target.key };
  const asked = send({ gateway: makers.gateway, asking: askingOf(request), part: seen.stream, target });
  const { answer, problems, status } = await askCommand(asked, () => []);
  if (answer === null) return sendForm(makers, request, reply, meant, lost(typed, problems, status));
  const refused = refusedBy<Happened>(answer, typed, Object.keys(command.fields));
  if (refused !== null) return sendForm(makers, request, reply, meant, refused);
  return reply.redirect(afterwards(answer, seen), 303);
}

const lost = (form: Form, problems: readonly Problem[], status: number): Shown => ({
  ...{ form, problems, status, meanwhile: [] },
});

/** Where somebody is taken when it is done: a concern that was settled is no complaint any more. */
const afterwards = (
  answer: { readonly __typename: string; readonly version?: number; readonly complaint?: unknown },
  { id }: CaseSeen,
): string => (answer.complaint ? `${complaintHref(id)}?did=${answer.version}` : '/casework/settled');

async function meantBy(makers: Makers, request: FastifyRequest): Promise<Meant> {
  const { role, subject } = signedIn(request);
  if (!mayWork(role))
    throw new GatewayRefusal('FORBIDDEN', 'Complaints are worked on by officers and managers');
  const { command: slug } = commandModel.parse(request.params);
  const command = ownOf(SLUGS, slug);
  if (command === undefined) throw new NotFound();
  const { party } = partyModel.parse({ ...queryOf(request), ...Object(request.body) });
  const question = { asking: askingOf(request), id: idOf(request), subject, chosen: party };
  const seen = await askCase(makers, { ...question, fields: command.fields });
  if (seen === null || !command.isIn(seen.stream)) throw new NotFound();
  return { slug, command, seen };
}

/** What every page of a command says. */
const headOf = ({ command, seen }: Meant) => ({
  title: eventTitle(command.event),
  reference: seen.reference,
  stands: seen.live.stateTitle,
  complaintHref: complaintHref(seen.id),
});

function sendForm(
  { page, nameOf }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  meant: Meant,
  { form, problems, status, meanwhile }: Shown,
): FastifyReply {
  const { command, seen, slug } = meant;
  const html = page(request, 'casework/commands/command.njk', {
    ...headOf(meant),
    ...needsOf(seen, command.event),
    ...{ problems, sendTo: `${complaintHref(seen.id)}/do/${slug}` },
    hidden: { key: keyOf(form), version: textOf(form, 'version') },
    liveAt: liveAt(seen.id, textOf(form, 'version')),
    meanwhile: meanwhile.map((entry) => entryWords(entry, nameOf)),
    fields: shownFields(command.fields, { form, about: seen, problems }),
  });
  return sendPage(reply, html, status);
}

/** A command that is not open to somebody just now is not hidden: its page says why. */
function sendNotNow({ page }: Makers, request: FastifyRequest, reply: FastifyReply, meant: Meant) {
  const why = notNow(meant.seen).find(({ event }) => event === meant.command.event)?.why ?? null;
  return sendPage(reply, page(request, 'casework/commands/not-now.njk', { ...headOf(meant), why }));
}
