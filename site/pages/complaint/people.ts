import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { ComplaintPeopleDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { complaintHref } from '../complaints/rows';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { idOf } from './id';
import { peopleOf } from './people-view';
import { mayReadPeople } from './roles';

/** Who complained and what they said: asked for here alone, so that a reading is recorded where somebody meant to read. */
export function addComplaintPeople(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/complaints/:id/people', async (request, reply) => {
    const [asking, { role }, id] = [askingOf(request), signedIn(request), idOf(request)];
    if (!mayReadPeople(role)) throw new GatewayRefusal('FORBIDDEN', 'This role reads no people');
    const { complaint } = await gateway.ask(ComplaintPeopleDocument, { id }, asking);
    if (complaint === null) throw new NotFound();
    const view = {
      reference: complaint.reference ?? 'without a reference',
      complaintHref: complaintHref(id),
      accessHref: role === 'officer' ? `${complaintHref(id)}/subject-access` : null,
      ...peopleOf(complaint),
    };
    return sendPage(reply, page(request, 'complaints/people.njk', view));
  });
}
