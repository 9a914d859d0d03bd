import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand, type Commanded } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import { refusalIn } from '../../forms/problem';
import { renderMarkdown } from '../../markdown/render-markdown';
import { BookWorkshopDocument, GiveUpPlaceDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { type AskedWorkshop, askWorkshop, workshopPath } from './ask-workshop';
import { calendarFile } from './calendar-file';
import { shown } from './list-view';
import { mayBook, mayPlan } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
interface OfWorkshop {
  Params: { id: string };
}

/** One workshop: what it is, booking a place, giving it up, and its file for a calendar. */
export function addWorkshopPage(app: FastifyInstance, makers: Makers): void {
  const { gateway, clock } = makers;
  app.get<OfWorkshop>('/workshops/:id', (request, reply) =>
    sendWorkshop(makers, { request, reply }, request.params.id, null),
  );

  app.get<OfWorkshop>('/workshops/:id/workshop.ics', async (request, reply) => {
    const workshop = await askWorkshop(gateway, askingOf(request), request.params.id);
    if (workshop.myBooking === null) throw new NotFound();
    reply.header('content-disposition', 'attachment; filename="workshop.ics"');
    return reply.type('text/calendar; charset=utf-8').send(calendarFile(workshop, clock.now()));
  });

  app.post<OfWorkshop>('/workshops/:id/book', async (request, reply) => {
    const [form, { id }] = [checkForm(request), request.params];
    const name = textOf(form, 'name');
    const asked = gateway.ask(BookWorkshopDocument, { id, name }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome, { NameUnusable: 'name' }));
    return goOn(makers, { request, reply }, id, { commanded, name });
  });

  app.post<OfWorkshop>('/workshops/:id/give-up', async (request, reply) => {
    checkForm(request);
    const { id } = request.params;
    const asked = gateway.ask(GiveUpPlaceDocument, { id }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome));
    return goOn(makers, { request, reply }, id, { commanded, name: null });
  });
}

/** What was sent, and what came of it. */
interface Sent {
  readonly commanded: Commanded<unknown>;
  readonly name: string | null;
}

const goOn = (makers: Makers, exchange: Exchange, id: string, sent: Sent) =>
  sent.commanded.problems.length === 0
    ? exchange.reply.redirect(workshopPath(id), 303)
    : sendWorkshop(makers, exchange, id, sent);

async function sendWorkshop(
  { page, gateway }: Makers,
  { request, reply }: Exchange,
  id: string,
  sent: Sent | null,
): Promise<FastifyReply> {
  const workshop = await askWorkshop(gateway, askingOf(request), id);
  const { role, name } = signedIn(request);
  const commanded = sent?.commanded;
  const problems = commanded?.problems ?? [];
  const html = page(request, 'workshops/workshop.njk', {
    ...workshopView(workshop, role),
    problems,
    name: fieldsWith({ name: sent?.name ?? name ?? '' }, problems)(
      'name',
      'Your name',
      'As the trainer is to read it.',
    ),
  });
  return sendPage(reply, html, commanded?.status ?? 200);
}

function workshopView(workshop: AskedWorkshop, role: string) {
  const { myBooking, hasBegun, cancelledBecause, seats, taken } = workshop;
  const isOpen = !hasBegun && cancelledBecause === null;
  const path = workshopPath(workshop.id);
  return {
    workshop: shown(workshop),
    about: renderMarkdown(workshop.about).html,
    isWaiting: myBooking !== null && myBooking.waitingBehind !== null,
    isFull: taken >= seats,
    bookAction: isOpen && myBooking === null && mayBook(role) ? `${path}/book` : null,
    giveUpAction: isOpen && myBooking !== null ? `${path}/give-up` : null,
    calendarHref: isOpen && myBooking !== null ? `${path}/workshop.ics` : null,
    ways: mayPlan(role)
      ? [
          ...(isOpen ? [{ href: `${path}/change`, text: 'Change it' }] : []),
          ...(isOpen ? [{ href: `${path}/call-off`, text: 'Call it off' }] : []),
          { href: `${path}/bookings`, text: hasBegun ? 'Record who came' : 'See who booked' },
        ]
      : [],
  };
}
