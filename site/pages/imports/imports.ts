import type { FastifyInstance } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import { JobListDocument } from '../../operations/__generated__/operations';
import { askingOf, queryOf, type SiteMakers, sendPage } from '../page-makers';
import { checkAdmin } from './check-admin';
import { addJobPage } from './job';
import { jobLine, REFRESH_SECONDS } from './job-view';
import { addLedger } from './ledger';
import { addNewImport } from './new-import';
import { addNotes } from './notes';
import { addVanished } from './vanished';

type Makers = Pick<SiteMakers, 'page' | 'gateway' | 'upload'>;

/** Imports and all other long work: for admins alone. */
export function addImportPages(app: FastifyInstance, makers: Makers): void {
  addNotes(app, makers);
  app.get('/imports', async (request, reply) => {
    checkAdmin(request);
    const place = readPlace(queryOf(request));
    const variables = { first: PAGE_ROWS, after: place.after };
    const { underWay, ended } = await makers.gateway.ask(JobListDocument, variables, askingOf(request));
    const lines = (ended?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [jobLine(node)]));
    const working = (underWay?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [jobLine(node)]));
    const links = pageLinks({
      ...{ path: '/imports', filter: {}, parameters: {}, place, rows: lines.length },
      total: ended?.totalCount ?? null,
      pageInfo: ended?.pageInfo ?? { hasNextPage: false, endCursor: null },
    });
    const view = { working, lines, links, refreshSeconds: working.length > 0 ? REFRESH_SECONDS : null };
    return sendPage(reply, makers.page(request, 'imports/list.njk', view));
  });
  addNewImport(app, makers);
  addLedger(app, makers);
  addVanished(app, makers);
  addJobPage(app, makers);
}
