import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand, type Commanded } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import { refusalIn } from '../../forms/problem';
import { CancelWorkshopDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askWorkshop, workshopPath } from './ask-workshop';
import { shown } from './list-view';
import { mayPlan } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
interface OfWorkshop {
  Params: { id: string };
}

/** Calling a workshop off, with a reason for those who booked. */
export function addCallOffPage(app: FastifyInstance, makers: Makers): void {
  app.get<OfWorkshop>('/workshops/:id/call-off', (request, reply) =>
    sendForm(makers, request, reply, { id: request.params.id, reason: '', commanded: null }),
  );

  app.post<OfWorkshop>('/workshops/:id/call-off', async (request, reply) => {
    const [reason, { id }] = [textOf(checkForm(request), 'reason'), request.params];
    const asked = makers.gateway.ask(CancelWorkshopDocument, { id, reason }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) =>
      refusalIn(outcome, { ReasonUnusable: 'reason' }),
    );
    if (commanded.answer !== null) return reply.redirect(workshopPath(id), 303);
    return sendForm(makers, request, reply, { id, reason, commanded });
  });
}

async function sendForm(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: { readonly id: string; readonly reason: string; readonly commanded: Commanded<unknown> | null },
): Promise<FastifyReply> {
  if (!mayPlan(signedIn(request).role)) throw new NotFound();
  const workshop = await askWorkshop(gateway, askingOf(request), sent.id);
  const problems = sent.commanded?.problems ?? [];
  const html = page(request, 'workshops/call-off.njk', {
    ...{ problems, workshop: shown(workshop), action: `${workshopPath(sent.id)}/call-off` },
    reason: fieldsWith(
      { reason: sent.reason },
      problems,
    )(...(['reason', 'Why', 'Those who booked read it on the workshop’s page.'] as const)),
  });
  return sendPage(reply, html, sent.commanded?.status ?? 200);
}
