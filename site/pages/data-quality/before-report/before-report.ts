import type { FastifyInstance } from 'fastify';
import { CSV_START, csvLine } from '../../../../platform/files/csv';
import type { Asking } from '../../../gateway/gateway';
import {
  BeforeReportCoverageDocument,
  BeforeReportDocument,
  type BeforeReportQueryVariables,
} from '../../../operations/__generated__/operations';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { askReach, checkReached, type ReachMakers } from '../../reach';
import { WORD_CODES } from '../fault-words';
import { BEFORE_REPORT_PATH } from '../paths';
import { checkMayCorrect } from '../roles';
import { beforeReportView } from './before-report-view';
import { type ChosenPeriod, chosenPeriod } from './period';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type Query = Readonly<Record<string, unknown>>;

/** What is still wrong before a period can be reported: one sentence where nothing is. */
export function addBeforeReport(app: FastifyInstance, makers: Makers): void {
  const { page } = makers;
  app.get(BEFORE_REPORT_PATH, async (request, reply) => {
    checkMayCorrect(request);
    const view = await askView(makers, askingOf(request), queryOf(request), signedIn(request).role);
    return sendPage(reply, page(request, 'data-quality/before-report.njk', view));
  });
  app.get(`${BEFORE_REPORT_PATH}.csv`, async (request, reply) => {
    checkMayCorrect(request);
    const view = await askView(makers, askingOf(request), queryOf(request), signedIn(request).role);
    checkReached({ isLost: view.isReachLost });
    const lines = view.parts.flatMap(({ title, items }) =>
      items.map(({ name, note, count }) => csvLine([title, name, note, count])),
    );
    const name = `before-the-report-${view.chosen.financialYear}-${view.chosen.upTo}`;
    return reply
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .type('text/csv; charset=utf-8')
      .send([CSV_START + csvLine(['What', 'Which', 'Stream', 'How many']), ...lines].join(''));
  });
}

async function askView(makers: ReachMakers, asking: Asking, query: Query, role: string) {
  const { gateway } = makers;
  const reach = await askReach(makers, asking);
  const chosen = chosenPeriod(query, reach);
  if (chosen === null) throw new NotFound();
  const [answer, { coverage }] = await Promise.all([
    gateway.ask(BeforeReportDocument, questionOf(chosen), asking),
    gateway.ask(BeforeReportCoverageDocument, {}, asking),
  ]);
  return beforeReportView({ chosen, reach, answer, coverage: coverage ?? [], role });
}

/** What waits, of the days of the period: as the lists are narrowed to which its numbers lead. */
function questionOf({ days }: ChosenPeriod): BeforeReportQueryVariables {
  const about = { aboutFrom: days.from, aboutTo: days.to };
  const faults = { ...about, states: ['OPEN' as const], touchesFigures: true };
  return {
    faults,
    words: { ...faults, codes: WORD_CODES },
    rows: { ...about, states: ['OPEN', 'CORRECTING'] },
    pairs: { states: ['OPEN'], receivedFrom: days.from, receivedTo: days.to },
  };
}
