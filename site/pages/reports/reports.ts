import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addReportDecisions } from './decide';
import { addReportDocument } from './document';
import { addReportsHome } from './home';
import { addReportSince } from './since';
import { addSectionPages } from './write';

/** Reports to members: begun, written, looked at, frozen, and read. */
export function addReportPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>,
): void {
  addReportsHome(app, makers);
  addReportDocument(app, makers);
  addSectionPages(app, makers);
  addReportSince(app, makers);
  addReportDecisions(app, makers);
}
