import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { startPageOf } from '../../server/navigation';
import { signedIn } from '../../server/visitor';
import { faultsHref } from '../data-quality/paths';
import { maySeeFaults } from '../data-quality/roles';
import { askPage, pageHead } from '../figures/asked-page';
import { drawnView } from '../figures/drawn-view';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askDrawn, askHead } from './ask-parts';
import { askOwnServices } from './own-services';
import { reachWords } from './reach-words';
import { scorecardsOf } from './scorecards';
import { sectionsOf } from './sections';

/** The dashboard: the council's complaints at a glance, and what lies behind each figure one click away. */
export function addDashboard(app: FastifyInstance, { page, gateway }: PageMakers): void {
  app.get('/', async (request, reply) => {
    const { role, services } = signedIn(request);
    const start = startPageOf(role);
    if (start !== '/') return reply.redirect(start, 303);
    const view = await askDashboard(gateway, queryOf(request), {
      ...{ ...askingOf(request), role },
      ownServices: role === 'manager' ? services : [],
    });
    return sendPage(reply, page(request, 'dashboard.njk', view));
  });
}

/** Asks for all of the dashboard in somebody's role, and draws it. `query` is what stands in the address. */
export async function askDashboard(
  gateway: Gateway,
  query: Readonly<Record<string, unknown>>,
  {
    role,
    ownServices,
    ...asking
  }: Asking & { readonly role: string; readonly ownServices?: readonly string[] },
) {
  const asked = await askPage(gateway, query, asking);
  const { period, reach, filter } = asked;
  const [head, parts, own] = await Promise.all([
    askHead(gateway, period, asking),
    askDrawn(gateway, period, { ...asking, role }),
    askOwnServices(gateway, { ids: ownServices ?? [], asked }, asking),
  ]);
  const { answer: scorecards } = head.scorecards;
  return {
    ...pageHead(asked, { path: '/' }),
    hasStages: reach.hasStages,
    own,
    reach: reachWords(reach),
    scorecards: scorecards === null ? null : scorecardsOf(scorecards, period.filter, reach.hasStages),
    openFaults: head.faults.answer?.figures?.[0]?.openFaults ?? null,
    faultsHref: maySeeFaults(role) ? faultsHref({ state: 'OPEN' }) : null,
    sections: sectionsOf(parts, period, reach).map((section) => ({
      ...section,
      drawn: section.drawn.map((drawn) => drawnView(drawn, { path: '/', filter })),
    })),
  };
}
