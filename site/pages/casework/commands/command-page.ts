import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownOf } from '../../../../platform/tables/own-of';
import { STREAMS } from '../../../filters/parts';
import { GatewayRefusal } from '../../../gateway/refusal';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { idOf } from '../../complaint/id';
import { complaintHref } from '../../complaints/rows';
import { askingOf, type PageMakers, queryOf } from '../../page-makers';
import { askHelp, type HelpArticle } from '../help/ask-help';
import { whenShown } from '../help/help-later';
import { stepRules } from '../help/step-rules';
import { liveAt } from '../live/what-happened';
import { mayWork } from '../roles';
import { askCase, streamOfId } from './ask-case';
import type { CaseSeen } from './case-seen';
import { addCommandRoute, type Came, type DoneBefore, type Meant } from './command-route';
import type { CaseForm } from './forms/case-form';
import { CASE_FORMS } from './forms/case-forms';
import { commandName, commandSlug } from './paths';
import { isSettledBefore, SETTLED_PATH } from './settled-before';
import { eventTitle, needsOf, notNow } from './why-not';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>;
const commandModel = z.object({ command: z.string() });
const partyModel = z.object({ party: z.string().nullable().catch(null).default(null) });

const SLUGS = Object.fromEntries(Object.entries(CASE_FORMS).map(([name, form]) => [commandSlug(name), form]));

/** A form for every command on a live complaint, by the verb of its mutation. */
export function addCommandPages(app: FastifyInstance, makers: Makers): void {
  addCommandRoute(app, makers, {
    path: '/complaints/:id/do/:command',
    meantBy: (request) => meantBy(makers, request),
  });
}

async function meantBy(makers: Makers, request: FastifyRequest): Promise<Meant<CaseSeen> | DoneBefore> {
  const { role, subject } = signedIn(request);
  if (!mayWork(role))
    throw new GatewayRefusal('FORBIDDEN', 'Complaints are worked on by officers and managers');
  const { command: slug } = commandModel.parse(request.params);
  const command = ownOf(SLUGS, slug);
  if (command === undefined) throw new NotFound();
  const { party } = partyModel.parse({ ...queryOf(request), ...Object(request.body) });
  const question = { asking: askingOf(request), id: idOf(request), subject, chosen: party };
  const articles = whenShown(request, () =>
    askHelp(makers.gateway, question.asking, {
      steps: [command.event],
      streams: STREAMS.filter((stream) => stream === streamOfId(question.id)),
    }),
  );
  const seen = await askCase(makers, { ...question, fields: command.fields });
  if (seen === null && (await isSettledAgain(makers, request, command))) return { leadsTo: SETTLED_PATH };
  if (seen === null || !command.isIn(seen.stream)) throw new NotFound();
  return meant(slug, command, { seen, articles });
}

/** Whether a form is sent a second time that made an end of what it is about. */
async function isSettledAgain(
  { gateway }: Makers,
  request: FastifyRequest,
  { event }: CaseForm,
): Promise<boolean> {
  const [id, isSent] = [idOf(request), request.method === 'POST'];
  const stream = streamOfId(id);
  return isSent && event === 'SETTLE' && stream !== null && isSettledBefore(gateway, request, { id, stream });
}

function meant(
  slug: string,
  command: CaseForm,
  { seen, articles }: { readonly seen: CaseSeen; readonly articles: () => Promise<readonly HelpArticle[]> },
): Meant<CaseSeen> {
  const { id, stream, live, reference, version } = seen;
  const permitted = live.permitted.find(
    ({ mutation }) => commandSlug(commandName(mutation, stream)) === slug,
  );
  return {
    ...{ command, about: seen, id, part: stream, version: live.version },
    isOpen: permitted?.isOpenToCaller === true,
    whyNot: notNow(seen).find(({ event }) => event === command.event)?.why ?? null,
    sendTo: `${complaintHref(id)}/do/${slug}`,
    tellsAt: (version) => liveAt(id, version),
    head: {
      title: eventTitle(command.event),
      back: { href: complaintHref(id), text: `Complaint ${reference}` },
      stands: live.stateTitle,
      ...needsOf(seen, command.event),
    },
    help: async () => ({
      articles: await articles(),
      rules: version && stepRules(version, command.event, stream),
    }),
    afterwards: (came) => afterwards(came, id),
  };
}

/** A concern that was settled is no complaint any more. */
const afterwards = (came: Came & { readonly complaint?: unknown }, id: string): string =>
  came.complaint ? `${complaintHref(id)}?did=${came.version}` : SETTLED_PATH;
