import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { londonDayOf } from '../../../../domain/calendar/day';
import { ownOf } from '../../../../platform/tables/own-of';
import { GatewayRefusal } from '../../../gateway/refusal';
import { OmbudsmanWorkDocument } from '../../../operations/__generated__/operations';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { addCommandRoute, type Meant } from '../../casework/commands/command-route';
import { commandName, commandSlug } from '../../casework/commands/paths';
import { askHelp } from '../../casework/help/ask-help';
import { whenShown } from '../../casework/help/help-later';
import { lawWords } from '../../casework/law-words';
import { idOf } from '../../complaint/id';
import { caseHref } from '../../complaints/rows';
import { askingOf, type PageMakers } from '../../page-makers';
import { ENQUIRY_FORMS, type EnquiryForm } from './enquiry-forms';
import { enquiryRules } from './enquiry-rules';
import type { EnquirySeen } from './enquiry-seen';
import { mayWorkOnCases } from './record-page';
import { ENQUIRY_EVENT_WORDS, ENQUIRY_STATE_WORDS } from './words';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>;
const PART = 'OMBUDSMAN';
const commandModel = z.object({ command: z.string() });
const SLUGS = Object.fromEntries(
  Object.entries(ENQUIRY_FORMS).map(([name, form]) => [commandSlug(name), form]),
);

/** How an address names the command that a mutation does. */
const slugOf = (mutation: string): string => commandSlug(commandName(mutation, PART));

/** The form of a command on an ombudsman's case, by the mutation that does it. */
export const enquiryCommandHref = (id: string, mutation: string): string =>
  `${caseHref(id)}/do/${slugOf(mutation)}`;

/** A form for every command on an ombudsman's case. */
export function addEnquiryCommandPages(app: FastifyInstance, makers: Makers): void {
  addCommandRoute(app, makers, {
    path: '/ombudsman-cases/:id/do/:command',
    meantBy: (request) => meantBy(makers, request),
  });
}

async function meantBy({ gateway, clock }: Makers, request: FastifyRequest): Promise<Meant<EnquirySeen>> {
  if (!mayWorkOnCases(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Ombudsmen’s cases are worked on by officers');
  const { command: slug } = commandModel.parse(request.params);
  const command = ownOf(SLUGS, slug);
  if (command === undefined) throw new NotFound();
  const [id, asking] = [idOf(request), askingOf(request)];
  const articles = whenShown(request, () => askHelp(gateway, asking, { enquirySteps: [command.event] }));
  const { ombudsmanCase: work } = await gateway.ask(OmbudsmanWorkDocument, { id }, asking);
  // Whoever does not work on it is not told what may be done.
  if (work === null || work.permitted === null) throw new NotFound();
  const about = { work, today: londonDayOf(clock.now()) };
  return {
    ...meant(slug, command, about),
    help: async () => ({ articles: await articles(), rules: enquiryRules(command.event, about) }),
  };
}

function meant(slug: string, command: EnquiryForm, about: EnquirySeen): Omit<Meant<EnquirySeen>, 'help'> {
  const { id, reference, state, version, permitted } = about.work;
  const found = permitted?.find(({ mutation }) => slugOf(mutation) === slug);
  return {
    ...{ command, about, id, part: PART, version, isOpen: found !== undefined },
    whyNot: `The case stands at “${ENQUIRY_STATE_WORDS[state]}”, where it is not done.`,
    sendTo: `${caseHref(id)}/do/${slug}`,
    head: {
      title: ENQUIRY_EVENT_WORDS[command.event],
      back: { href: caseHref(id), text: `Case ${reference}` },
      ...{ stands: ENQUIRY_STATE_WORDS[state], needs: [] },
      law: found?.source ? lawWords(found.source) : null,
    },
    afterwards: ({ version: after }) => `${caseHref(id)}?did=${after}`,
  };
}
