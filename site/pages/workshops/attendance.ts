import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import type { Problem } from '../../forms/problem';
import { refusalIn } from '../../forms/problem';
import type { Asking } from '../../gateway/gateway';
import {
  RecordAttendanceDocument,
  WorkshopBookingsDocument,
  type WorkshopBookingsQuery,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { workshopPath } from './ask-workshop';
import { bookingRows, overtakenBy, type ReadAttendance, readAttendance } from './attendance-form';
import { shown } from './list-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Booked = NonNullable<WorkshopBookingsQuery['workshop']>;
interface OfWorkshop {
  Params: { id: string };
}

/** Who booked a workshop, and who came. */
export function addAttendancePage(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  const booked = async (id: string, asking: Asking): Promise<Booked> => {
    const { workshop } = await gateway.ask(WorkshopBookingsDocument, { id }, asking);
    if (workshop === null) throw new NotFound();
    return workshop;
  };
  app.get<OfWorkshop>('/workshops/:id/bookings', async (request, reply) =>
    send(makers, { request, reply }, await booked(request.params.id, askingOf(request)), NOTHING_SENT),
  );

  app.post<OfWorkshop>('/workshops/:id/bookings', async (request, reply) => {
    const [read, { id }, asking] = [readAttendance(checkForm(request)), request.params, askingOf(request)];
    const workshop = await booked(id, asking);
    const others = overtakenBy(workshop.bookings ?? [], read);
    const exchange = { request, reply };
    if (others.length > 0) return send(makers, exchange, workshop, { read, problems: others, status: 409 });
    const { attended, missed } = read;
    const asked = gateway.ask(RecordAttendanceDocument, { id, attended, missed }, asking);
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome));
    if (commanded.answer !== null) return reply.redirect(`${workshopPath(id)}/bookings?recorded`, 303);
    return send(makers, exchange, workshop, { read, ...commanded });
  });
}

interface Sent {
  /** What was ticked; null where nothing was sent. */
  readonly read: ReadAttendance | null;
  readonly problems: readonly Problem[];
  readonly status: number;
}
const NOTHING_SENT: Sent = { read: null, problems: [], status: 200 };

function send(
  { page }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  workshop: Booked,
  { read, problems, status }: Sent,
): FastifyReply {
  const html = page(request, 'workshops/bookings.njk', {
    ...{ problems, workshop: shown(workshop), rows: bookingRows(workshop.bookings ?? [], read) },
    isRecorded: request.url.endsWith('?recorded'),
    action: workshop.hasBegun ? `${workshopPath(workshop.id)}/bookings` : null,
  });
  return sendPage(reply, html, status);
}
