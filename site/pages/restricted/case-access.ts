import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownOf } from '../../../platform/tables/own-of';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { GatewayRefusal } from '../../gateway/refusal';
import {
  ComplaintAccessDocument,
  type ComplaintAccessQuery,
} from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { idOf } from '../complaint/id';
import { complaintHref } from '../complaints/rows';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { conflictView, KIND_WORDS, momentWords, restrictionView } from './case-words';
import { COMMANDS, problemsIn } from './commands';
import { mayRestrict } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type AskedComplaint = NonNullable<ComplaintAccessQuery['complaint']>;
const actionModel = z.object({ action: z.string() });

interface Sent {
  readonly form?: Form;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** Who may open a complaint's people: restricting it, naming people, conflicts of interest, and opening it by a reason. */
export function addCaseAccess(app: FastifyInstance, makers: Makers): void {
  app.get('/complaints/:id/access', (request, reply) => sendAccess(makers, request, reply, {}));

  app.post('/complaints/:id/access/:action', async (request, reply) => {
    const form = checkForm(request);
    const { action } = actionModel.parse(request.params);
    const command = ownOf(COMMANDS, action);
    if (command === undefined) throw new NotFound();
    const id = idOf(request);
    const { complaint } = await askAccess(makers, request);
    const asked = command({
      ...{ gateway: makers.gateway, asking: askingOf(request), id, form },
      stream: complaint.stream ?? '',
    });
    const commanded = await askCommand(asked, (answer) => problemsIn(answer, `${action}-`));
    if (commanded.answer !== null) return reply.redirect(`${complaintHref(id)}/access?done`, 303);
    return sendAccess(makers, request, reply, { form, ...commanded });
  });
}

async function askAccess({ gateway }: Makers, request: FastifyRequest) {
  const { role } = signedIn(request);
  if (!mayRestrict(role))
    throw new GatewayRefusal('FORBIDDEN', 'Who may open a case is for officers and admins to say');
  const isOfficer = role === 'officer';
  const { complaint } = await gateway.ask(
    ComplaintAccessDocument,
    { id: idOf(request), isOfficer },
    askingOf(request),
  );
  if (complaint === null) throw new NotFound();
  return { complaint, isOfficer };
}

/** Which forms are shown: the graph decides, and what it would refuse is not offered. */
function offered(
  { restricted, restriction, openToCaller, ownOpening }: AskedComplaint,
  { isOfficer, isCleared }: { readonly isOfficer: boolean; readonly isCleared: boolean },
) {
  const decides = !isOfficer || (isCleared && openToCaller === true);
  return {
    mayRestrict: restricted !== true && decides,
    mayChange: restriction !== null && decides && !ownOpening,
    mayRecord: decides && !ownOpening,
    mayWithdraw: !isOfficer,
    mayBreak: isCleared && restricted === true && openToCaller !== true,
  };
}

/** What somebody typed in the form that was sent; the others are empty. */
function typedIn(form: Form): Record<string, string> {
  return Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
}

async function sendAccess(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { form = {}, problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  const { complaint, isOfficer } = await askAccess(makers, request);
  const { restriction, restricted, ownOpening } = complaint;
  const field = fieldsWith(
    { 'change-named': restriction?.named.join(', ') ?? '', ...typedIn(form) },
    problems,
  );
  const { streams } = signedIn(request);
  const isCleared = isOfficer && streams.includes(complaint.stream?.toLowerCase() ?? '');
  const people = 'The names that they sign in with, divided by commas';
  const html = makers.page(request, 'restricted/access.njk', {
    ...{ problems, isDone: Object.hasOwn(Object(request.query), 'done'), restricted: restricted === true },
    reference: complaint.reference ?? 'without a reference',
    complaintHref: complaintHref(complaint.id),
    // The same command when it is sent again, so that nothing is done twice.
    command: typedIn(form).command || randomUUID(),
    restriction: restriction && restrictionView(restriction),
    conflicts: (complaint.conflictsOfInterest ?? []).map(conflictView),
    opening: ownOpening ? { id: ownOpening.id, until: momentWords(ownOpening.expiresAt) } : null,
    ...offered(complaint, { isOfficer, isCleared }),
    kinds: Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text })),
    fields: {
      kind: field('restrict-kind', 'Why'),
      reason: field('restrict-reason', 'In words', 'Those who are named read this, and administrators'),
      named: field(
        'restrict-named',
        'Who may open it',
        `${people}. Name yourself, if you are to go on with it`,
      ),
      about: field('restrict-complainedAbout', 'Whom it is about', `Staff who may never open it. ${people}`),
      change: field('change-named', 'Who may open it', `${people}: all of them`),
      lift: field('lift-reason', 'Why it is lifted'),
      subject: field('conflict-subject', 'Who', 'The name that they sign in with'),
      interest: field('conflict-reason', 'Which interest', 'For example, A neighbour of the person'),
      withdraw: field('withdraw-reason', 'Why it is withdrawn'),
      open: field('open-reason', 'Why you have to open it', '20 characters or more. Somebody else reads it'),
    },
  });
  return sendPage(reply, html, status);
}
