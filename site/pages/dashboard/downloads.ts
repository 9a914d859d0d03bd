import type { FastifyInstance } from 'fastify';
import { DASHBOARD_PATH } from '../../server/navigation';
import { signedIn } from '../../server/visitor';
import { askedPage } from '../figures/asked-page';
import { drawnFile, sendFile } from '../figures/page-files';
import { askingOf, type PageMakers } from '../page-makers';
import { checkReached } from '../reach';
import { askDrawn } from './ask-parts';
import { sectionsOf } from './sections';

/** The figures of the dashboard to take away, under the page's own filter: the table as CSV, XLSX or Parquet, the picture as SVG. */
export function addDashboardDownloads(app: FastifyInstance, makers: PageMakers): void {
  const { gateway, council } = makers;
  app.get<{ Params: { file: string } }>(`${DASHBOARD_PATH}/charts/:file`, async (request, reply) => {
    const { role } = signedIn(request);
    const { period, reach } = await askedPage(request, makers);
    checkReached(reach);
    const sections = sectionsOf(
      await askDrawn({ gateway, counting: gateway }, period, { ...askingOf(request), role }),
      period,
      reach,
    );
    const files = sections.flatMap(({ drawn }) => drawn.map(drawnFile));
    return sendFile(reply, files, { file: request.params.file, name: null, period, council });
  });
}
