import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { sendTable } from '../../downloads/send-table';
import { isTableKind } from '../../downloads/table-kinds';
import { addressOf } from '../../filters/address';
import { GatewayRefusal } from '../../gateway/refusal';
import { ProgressReportDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { unlessLost } from '../ask-part';
import { reachWords } from '../dashboard/reach-words';
import { BEFORE_REPORT_PATH } from '../data-quality/paths';
import { mayCorrect } from '../data-quality/roles';
import { lostView, lostWords, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReach, countingBy } from '../reach';
import { chosenReport } from './chosen-report';
import { hasUnrecorded, headLines, reportFile, reportTables, UNRECORDED } from './report-tables';

const PATH = '/reports/mid-year';

/** The service's progress report, to be read and printed, and each of its tables to take away. */
export function addReport(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  const { page, gateway } = makers;
  const ask = async (request: FastifyRequest) => {
    const asking = askingOf(request);
    const reach = await askReach(makers, asking);
    const chosen = chosenReport(queryOf(request), reach);
    const { financialYear, upTo } = chosen;
    const answer = await unlessLost(
      countingBy(gateway, reach).ask(ProgressReportDocument, { financialYear, upTo }, asking),
    );
    const periodReport = answer?.periodReport;
    const tables = reportTables(periodReport?.tables ?? []);
    // The graph names the day of the streams' records, of which whoever sees ombudsmen's cases alone sees none.
    const asAt = (reach.hasStages ? periodReport?.asAt : null) ?? reach.asAt;
    return { reach, chosen, tables, asAt, partial: periodReport?.partial, isLost: answer === null };
  };

  app.get(PATH, async (request, reply) => {
    const { reach, chosen, tables, asAt, partial = [], isLost } = await ask(request);
    const { financialYear, upTo } = chosen;
    return sendPage(
      reply,
      page(request, 'report.njk', {
        ...{ ...chosen, path: PATH, unrecorded: UNRECORDED, hasUnrecorded: hasUnrecorded(tables) },
        ...lostView({ isLost }),
        rule: reach.rule,
        stands: reach.isLost ? lostWords(reach) : `Figures stand as at ${dayWords(asAt)}.`,
        beforeHref: mayCorrect(signedIn(request).role)
          ? addressOf(BEFORE_REPORT_PATH, {}, { financialYear, upTo })
          : null,
        partial: partial.map(streamName),
        reach: reachWords(reach),
        tables: tables.map((table) => ({
          ...table,
          heads: table.heads.map(headLines),
          csvHref: addressOf(`${PATH}/${table.id}.csv`, {}, { financialYear, upTo }),
        })),
      }),
      statusOf({ isLost }),
    );
  });

  app.get<{ Params: { file: string } }>(`${PATH}/:file`, async (request, reply) => {
    const { chosen, tables, asAt, isLost } = await ask(request);
    if (isLost) throw new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');
    const [, id, kind = ''] = /^([^.]+)\.(\w+)$/.exec(request.params.file) ?? [];
    const table = tables.find((each) => each.id === id);
    if (table === undefined || !isTableKind(kind)) throw new NotFound();
    const { financialYear, upTo } = chosen;
    return sendTable(reply, reportFile(table), {
      ...{ kind, name: `${table.id}-${financialYear}-${upTo}`, title: table.title, asAt },
      asked: new URLSearchParams({ financialYear, upTo }).toString(),
    });
  });
}
