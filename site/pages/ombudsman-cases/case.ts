import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { OmbudsmanPageDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { unlessLost } from '../ask-part';
import { idOf } from '../complaint/id';
import { askLines } from '../complaints/ask-lines';
import { complaintHref } from '../complaints/rows';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { type CaseParts, findingsOf, meaningOf } from './case-view';
import { caseWords } from './case-words';
import { askWorkPart } from './commands/work-part';

/** One case of an ombudsman, with what was found and what the council was to do. */
export function addOmbudsmanCase(
  app: FastifyInstance,
  { page, gateway, nameOf }: Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>,
): void {
  app.get('/ombudsman-cases/:id', async (request, reply) => {
    const [asking, id] = [askingOf(request), idOf(request)];
    const [answer, work] = await Promise.all([
      unlessLost(gateway.ask(OmbudsmanPageDocument, { id }, asking)),
      askWorkPart({ gateway, nameOf }, request, { asking, id }),
    ]);
    if (answer === null) {
      const lost = { isLost: true };
      return sendPage(reply, page(request, 'ombudsman-cases/lost.njk', lostView(lost)), statusOf(lost));
    }
    const { ombudsmanCase, register } = answer;
    if (ombudsmanCase === null) throw new NotFound();
    const view = {
      ...caseWords(ombudsmanCase, register?.asAt ?? null),
      ourReference: ombudsmanCase.ourReference,
      means: meaningOf(ombudsmanCase),
      findings: findingsOf(ombudsmanCase),
      work,
      complaint: await complaintOf(gateway, asking, ombudsmanCase),
    };
    return sendPage(reply, page(request, 'ombudsman-cases/case.njk', view));
  });
}

/** The complaint that a case is about; its reference where its stream answers. */
async function complaintOf(gateway: Gateway, asking: Asking, { complaint }: CaseParts) {
  if (complaint === null) return null;
  const { complaints } = await askLines(gateway, asking, [complaint]);
  return { href: complaintHref(complaint.id), reference: complaints.get(complaint.id)?.reference ?? null };
}
