import type { FastifyInstance } from 'fastify';
import { QualityOverviewDocument } from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { faultsHref, QUALITY_PATH } from '../paths';
import { checkMayCorrect } from '../roles';
import { overviewView } from './overview-view';

/** What is wrong with the records, by system, kind, stream, age and month; each number leads to its list. */
export function addQualityOverview(
  app: FastifyInstance,
  { page, gateway, clock }: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  app.get(QUALITY_PATH, async (request, reply) => {
    // Of the whole a manager sees nothing; of their own services there is the list.
    if (signedIn(request).role === 'manager') return reply.redirect(faultsHref({ state: 'OPEN' }), 303);
    checkMayCorrect(request);
    const answer = await gateway.ask(QualityOverviewDocument, {}, askingOf(request));
    return sendPage(reply, page(request, 'data-quality/overview.njk', overviewView(answer, clock.now())));
  });
}
