import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import {
  AgreementPageDocument,
  SaveAgreementDocument,
  type SaveAgreementMutation,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { partnerOf } from './partner-of';
import {
  AGREEMENT_FIELDS,
  type AgreementTyped,
  PART_CHOICES,
  readAgreementForm,
  typedOf,
} from './read-agreement-form';
import { agreeingIn } from './watching';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const NEW = '/administration/partners/new';
const CHANGE = '/administration/partners/:partner/change';
const EMPTY: AgreementTyped = { version: '0', parts: 'both' };

interface Sent {
  readonly typed: AgreementTyped;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The partner whose agreement is changed; null for a new one. */
  readonly of: string | null;
}

/** The form that makes an agreement, and the same that changes one. */
export function addAgreementForm(app: FastifyInstance, makers: Makers): void {
  app.get(NEW, (request, reply) => {
    agreeingIn(request);
    return sendForm(makers, request, reply, { typed: EMPTY, problems: [], status: 200, of: null });
  });
  app.get(CHANGE, async (request, reply) => {
    agreeingIn(request);
    const partner = partnerOf(request);
    const { agreement } = await makers.gateway.ask(
      AgreementPageDocument,
      { partner, first: 1 },
      askingOf(request),
    );
    if (agreement === null) throw new NotFound();
    const shown: Sent = { typed: typedOf(agreement), problems: [], status: 200, of: partner };
    return sendForm(makers, request, reply, shown);
  });
  app.post(NEW, (request, reply) => save(makers, request, reply, null));
  app.post(CHANGE, (request, reply) => save(makers, request, reply, partnerOf(request)));
}

async function save(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  of: string | null,
): Promise<FastifyReply> {
  agreeingIn(request);
  const sent = textsIn(checkForm(request), AGREEMENT_FIELDS);
  const typed = of === null ? sent : { ...sent, partner: of };
  const variables = readAgreementForm(typed);
  if ('problems' in variables)
    return sendForm(makers, request, reply, { typed, problems: variables.problems, status: 400, of });
  const asked = makers.gateway.ask(SaveAgreementDocument, variables, askingOf(request));
  const commanded = await askCommand(asked, problemsOf);
  if (commanded.answer === null) return sendForm(makers, request, reply, { typed, ...commanded, of });
  return reply.redirect(`/administration/partners/${encodeURIComponent(variables.partner)}?saved`, 303);
}

const problemsOf = ({ outcome }: SaveAgreementMutation): readonly Problem[] => {
  if (outcome === null || !('message' in outcome)) return [];
  return [{ field: 'part' in outcome ? outcome.part : null, says: outcome.message }];
};

function sendForm(
  { page }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems, status, of }: Sent,
): FastifyReply {
  const field = fieldsWith(typed, problems);
  const html = page(request, 'partners/form.njk', {
    ...{ problems, typed, of, parts: PART_CHOICES },
    action: of === null ? NEW : `/administration/partners/${encodeURIComponent(of)}/change`,
    fields: {
      partner: field('partner', 'The partner', 'As tokens and keys name it, such as stockport-homes'),
      name: field('name', 'What it is called'),
      purpose: field('purpose', 'Purpose', 'What it may use what it sees for'),
      lawfulBasis: field('lawfulBasis', 'Lawful basis', 'Why the law lets it be shared'),
      streams: field(
        'streams',
        'Streams',
        'Those of which it sees its own complaints, divided by commas. What belongs to no stream it sees in any case',
      ),
      parts: field('parts', 'What it opens'),
      smallNumbersBelow: field(
        'smallNumbersBelow',
        'Small numbers',
        'Numbers below this are not told, such as 5; then it opens figures alone. Nothing tells all',
      ),
      startsOn: field('startsOn', 'First day', 'For example, 1 4 2027'),
      endsOn: field('endsOn', 'Last day', 'For example, 31 3 2030'),
      signedForCouncil: field('signedForCouncil', 'Signed for the council', 'A post'),
      signedForPartner: field('signedForPartner', 'Signed for the partner', 'A post'),
    },
  });
  return sendPage(reply, html, status);
}
