import type { FastifyInstance } from 'fastify';
import {
  BeforeReportCoverageDocument,
  QualityOverviewDocument,
} from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { unlessLost } from '../../ask-part';
import { reachWords } from '../../dashboard/reach-words';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { askReach } from '../../reach';
import { faultsHref, QUALITY_PATH } from '../paths';
import { checkMayCorrect } from '../roles';
import { overviewView } from './overview-view';
import { recordedLines } from './recorded';

/** What is wrong with the records, by system, kind, stream, age and month; each number leads to its list. */
export function addQualityOverview(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  const { page, gateway, clock } = makers;
  app.get(QUALITY_PATH, async (request, reply) => {
    // Of the whole a manager sees nothing; of their own services there is the list.
    if (signedIn(request).role === 'manager') return reply.redirect(faultsHref({ state: 'OPEN' }), 303);
    checkMayCorrect(request);
    const asking = askingOf(request);
    const [answer, reach, recorded] = await Promise.all([
      gateway.ask(QualityOverviewDocument, {}, asking),
      askReach(makers, asking),
      unlessLost(gateway.ask(BeforeReportCoverageDocument, {}, asking)),
    ]);
    const view = {
      ...overviewView(answer, clock.now()),
      reach: reach.isLost ? null : reachWords(reach),
      recorded: recorded && recordedLines(recorded.coverage ?? []),
    };
    return sendPage(reply, page(request, 'data-quality/overview.njk', view));
  });
}
