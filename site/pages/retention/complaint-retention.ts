import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fieldsWith, textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { GatewayRefusal } from '../../gateway/refusal';
import { ComplaintRetentionDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { idOf } from '../complaint/id';
import { complaintHref } from '../complaints/rows';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askRetention } from './ask-retention';
import { CHOICE_WORDS } from './commands';
import { doneWords, retentionHref, retentionView } from './retention-words';
import { mayDecide, mayHold } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const actionModel = z.object({ action: z.string() });

interface Sent {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly complaint: Awaited<ReturnType<typeof askComplaint>>;
  readonly form?: Form;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** For how long a complaint's people are kept: when they are due, legal holds, and what is decided about them. */
export function addComplaintRetention(app: FastifyInstance, makers: Makers): void {
  app.get('/complaints/:id/retention', async (request, reply) =>
    sendRetention(makers, { request, reply, complaint: await askComplaint(makers, request) }),
  );

  app.post('/complaints/:id/retention/:action', async (request, reply) => {
    const form = checkForm(request);
    const { action } = actionModel.parse(request.params);
    const complaint = await askComplaint(makers, request);
    const commanded = await askRetention(action, {
      ...{ gateway: makers.gateway, asking: askingOf(request), id: complaint.id, form },
      stream: complaint.stream ?? '',
    });
    if (commanded.answer !== null)
      return reply.redirect(`${retentionHref(complaint.id)}?done=${action}`, 303);
    return sendRetention(makers, { request, reply, complaint, form, ...commanded });
  });
}

async function askComplaint({ gateway }: Makers, request: FastifyRequest) {
  if (!mayHold(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'For how long people are kept is for officers and admins to see');
  const { complaint } = await gateway.ask(
    ComplaintRetentionDocument,
    { id: idOf(request) },
    askingOf(request),
  );
  if (complaint === null) throw new NotFound();
  return complaint;
}

function sendRetention(
  makers: Makers,
  { request, reply, complaint, form = {}, problems = [], status = 200 }: Sent,
): FastifyReply {
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
  const field = fieldsWith(typed, problems);
  const { retention, stream, openToCaller } = complaint;
  const view = retention === null ? null : retentionView(retention);
  const isOpen = openToCaller === true && mayDecide(signedIn(request), stream);
  const html = makers.page(request, 'retention/complaint.njk', {
    ...{ problems, done: doneWords(queryOf(request).done), view },
    reference: complaint.reference ?? 'without a reference',
    complaintHref: complaintHref(complaint.id),
    href: retentionHref(complaint.id),
    // The same command when it is sent again, so that nothing is done twice.
    command: typed.command || randomUUID(),
    mayDecide: isOpen && view?.review != null,
    choices: CHOICE_WORDS,
    typed,
    fields: {
      decision: field('decide-decision', 'What happens to them'),
      reason: field('decide-reason', 'Why', 'Without names: it is kept when they are not'),
      until: field('decide-keepUntil', 'Until when they are kept', 'For example, 27 3 2030'),
      sure: field('decide-sure', 'To take them out: I know that nobody can bring them back'),
      hold: field('hold-reason', 'Why', 'For example, The inquiry into child sexual abuse'),
      lift: field('lift-reason', 'Why it is lifted'),
    },
  });
  return sendPage(reply, html, status);
}
