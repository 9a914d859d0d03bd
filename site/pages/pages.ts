import type { FastifyInstance } from 'fastify';
import { addAudit } from './audit/audit';
import { addComplaintPages } from './complaints/complaints';
import { addDashboard } from './dashboard/dashboard';
import { addDashboardDownloads } from './dashboard/downloads';
import { addDataQuality } from './data-quality/data-quality';
import { addHelp } from './help/help';
import { addMeasurePages } from './measures/measures';
import { addOmbudsmanPages } from './ombudsman-cases/ombudsman-cases';
import type { PageMakers } from './page-makers';
import { addPlacePages } from './places/places';
import { addReport } from './report/report';
import { addSearch } from './search/search';
import { addServiceList } from './services/services';
import { addViewPages } from './views/views';

/** Adds every page of the site. */
export function addPages(app: FastifyInstance, makers: PageMakers): void {
  addDashboard(app, makers);
  addDashboardDownloads(app, makers);
  addComplaintPages(app, makers);
  addMeasurePages(app, makers);
  addOmbudsmanPages(app, makers);
  addReport(app, makers);
  addSearch(app, makers);
  addDataQuality(app, makers);
  addAudit(app, makers);
  addServiceList(app, makers);
  addPlacePages(app, makers);
  addViewPages(app, makers);
  addHelp(app, makers);
}
