import type { FastifyInstance } from 'fastify';
import { periodOfPage } from '../../filters/period';
import { readFilter } from '../../filters/read-filter';
import { filterTags } from '../../filters/tags';
import type { Asking, Gateway } from '../../gateway/gateway';
import { narrowing } from '../../lists/narrowing';
import { startPageOf } from '../../server/navigation';
import { signedIn } from '../../server/visitor';
import { dayWords } from '../../words/days';
import { drawnView } from '../figures/drawn-view';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReachWithNames, type Reach } from '../reach';
import { askDrawn, askHead } from './ask-parts';
import { reachWords } from './reach-words';
import { scorecardsOf } from './scorecards';
import { sectionsOf } from './sections';

/** Changes when any source is loaded anew. */
const versionOf = ({ asAt, sources }: Reach): string =>
  [asAt, ...sources.map(({ loadedAt }) => loadedAt ?? '')].sort().at(-1) ?? asAt;

/** The dashboard: the council's complaints at a glance, and what lies behind each figure one click away. */
export function addDashboard(app: FastifyInstance, { page, gateway }: PageMakers): void {
  app.get('/', async (request, reply) => {
    const { role } = signedIn(request);
    const start = startPageOf(role);
    if (start !== '/') return reply.redirect(start, 303);
    const view = await askDashboard(gateway, queryOf(request), { ...askingOf(request), role });
    return sendPage(reply, page(request, 'dashboard.njk', view));
  });
}

/** Asks for all of the dashboard in somebody's role, and draws it. `query` is what stands in the address. */
export async function askDashboard(
  gateway: Gateway,
  query: Readonly<Record<string, unknown>>,
  { role, ...asking }: Asking & { readonly role: string },
) {
  const reach = await askReachWithNames(gateway, asking, query);
  const { filter, problems } = readFilter(query, reach.choices);
  const period = periodOfPage(filter, reach.asAt);
  const [head, parts] = await Promise.all([
    askHead(gateway, period, asking),
    askDrawn(gateway, period, { ...asking, role }),
  ]);
  const { answer: scorecards } = head.scorecards;
  const form = narrowing({ filter, parameters: {}, choices: reach.choices, asAt: reach.asAt });
  return {
    problems,
    version: versionOf(reach),
    period,
    hasStages: reach.hasStages,
    asAt: dayWords(reach.asAt),
    reach: reachWords(reach),
    tags: filterTags('/', filter),
    form: form.parts,
    kept: form.kept,
    scorecards: scorecards === null ? null : scorecardsOf(scorecards, period.filter, reach.hasStages),
    openFaults: head.faults.answer?.figures?.[0]?.openFaults ?? null,
    sections: sectionsOf(parts, period, reach).map((section) => ({
      ...section,
      drawn: section.drawn.map((drawn) => drawnView(drawn, filter)),
    })),
  };
}
