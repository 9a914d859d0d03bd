import type { FastifyInstance } from 'fastify';
import { chartRecords } from '../../charts/table';
import { CSV_START, csvLine } from '../../downloads/csv';
import { periodOfPage } from '../../filters/period';
import { readFilter } from '../../filters/read-filter';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { draw } from '../figures/draw';
import { askingOf, type PageMakers, queryOf } from '../page-makers';
import { askReachWithNames } from '../reach';
import { askDrawn } from './ask-parts';
import { sectionsOf } from './sections';

/** The figures of the dashboard to take away, under the page's own filter: the table as CSV, the picture as SVG. */
export function addDashboardDownloads(app: FastifyInstance, { gateway }: PageMakers): void {
  app.get<{ Params: { file: string } }>('/charts/:file', async (request, reply) => {
    const [, id, kind] = /^([a-z\d-]{1,60})\.(csv|svg)$/.exec(request.params.file) ?? [];
    if (id === undefined) throw new NotFound();
    const { role } = signedIn(request);
    const asking = askingOf(request);
    const query = queryOf(request);
    const reach = await askReachWithNames(gateway, asking, query);
    const { filter } = readFilter(query, reach.choices);
    const period = periodOfPage(filter, reach.asAt);
    const sections = sectionsOf(await askDrawn(gateway, period, { ...asking, role }), period, reach);
    const figures = sections.flatMap(({ drawn }) => drawn).find((each) => each.id === id);
    if (figures === undefined) throw new NotFound();
    const chart = draw(figures);
    reply.header('content-disposition', `attachment; filename="${id}-${period.endsOn}.${kind}"`);
    if (kind === 'svg') return reply.type('image/svg+xml').send(chart.standaloneSvg());
    return reply
      .type('text/csv; charset=utf-8')
      .send(CSV_START + chartRecords(chart.table).map(csvLine).join(''));
  });
}
