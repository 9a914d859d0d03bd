import type { FastifyInstance } from 'fastify';
import type { Asking } from '../../gateway/gateway';
import { DASHBOARD_PATH, startPageOf } from '../../server/navigation';
import { signedIn } from '../../server/visitor';
import { faultsHref } from '../data-quality/paths';
import { maySeeFaults } from '../data-quality/roles';
import { askPage, pageHead } from '../figures/asked-page';
import { drawnView } from '../figures/drawn-view';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { countingBy, type ReachMakers } from '../reach';
import { askUnread } from '../restricted/restricted-cases';
import { askDrawn, askHead } from './ask-parts';
import { askOwnServices } from './own-services';
import { reachWords } from './reach-words';
import { scorecardsOf } from './scorecards';
import { sectionsOf } from './sections';

/** The dashboard: the council's complaints at a glance, and what lies behind each figure one click away. */
export function addDashboard(app: FastifyInstance, makers: PageMakers): void {
  app.get('/', (request, reply) => {
    const start = startPageOf(signedIn(request).role);
    // The dashboard stood here once: what was kept of it has its filter in the address.
    const [, query = ''] = request.url.split('?');
    return reply.redirect(query === '' ? start : `${DASHBOARD_PATH}?${query}`, 303);
  });

  app.get(DASHBOARD_PATH, async (request, reply) => {
    const { role, services } = signedIn(request);
    const asking = askingOf(request);
    const [view, unread] = await Promise.all([
      askDashboard(makers, queryOf(request), {
        ...{ ...asking, role },
        ownServices: role === 'manager' ? services : [],
      }),
      askUnread(makers.gateway, role, asking),
    ]);
    return sendPage(reply, makers.page(request, 'dashboard.njk', { ...view, unread }), statusOf(view));
  });
}

/** Asks for all of the dashboard in somebody's role, and draws it. `query` is what stands in the address. */
export async function askDashboard(
  makers: ReachMakers,
  query: Readonly<Record<string, unknown>>,
  {
    role,
    ownServices,
    ...asking
  }: Asking & { readonly role: string; readonly ownServices?: readonly string[] },
) {
  const { gateway } = makers;
  const asked = await askPage(makers, query, asking);
  const { period, reach, filter } = asked;
  const counting = countingBy(gateway, reach);
  const [head, parts, own] = await Promise.all([
    askHead({ gateway, counting }, period, { ...asking, role }),
    askDrawn({ gateway, counting }, period, { ...asking, role }),
    askOwnServices(counting, { ids: ownServices ?? [], asked }, asking),
  ]);
  const { answer: scorecards } = head.scorecards;
  const isLost = reach.isLost && scorecards === null;
  const sections = sectionsOf(parts, period, reach).filter(({ isMissing }) => !(isLost && isMissing));
  return {
    ...pageHead(asked, { path: DASHBOARD_PATH }),
    ...lostView({ isLost }),
    hasStages: reach.hasStages,
    own,
    reach: reachWords(reach),
    scorecards: scorecards === null ? null : scorecardsOf(scorecards, period.filter, reach.hasStages),
    openFaults: head.openFaults,
    faultsHref: maySeeFaults(role) ? faultsHref({ state: 'OPEN' }) : null,
    sections: sections.map((section) => ({
      ...section,
      drawn: section.drawn.map((drawn) => drawnView(drawn, { path: DASHBOARD_PATH, filter })),
    })),
  };
}
