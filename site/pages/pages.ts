import type { FastifyInstance } from 'fastify';
import { addAdministration } from './administration/administration';
import { addAudit } from './audit/audit';
import { addComplaintPages } from './complaints/complaints';
import { addDashboard } from './dashboard/dashboard';
import { addDashboardDownloads } from './dashboard/downloads';
import { addDataQuality } from './data-quality/data-quality';
import { addGuidancePages } from './guidance/guidance';
import { addHelp } from './help/help';
import { addImportPages } from './imports/imports';
import { addMeasurePages } from './measures/measures';
import { addOmbudsmanPages } from './ombudsman-cases/ombudsman-cases';
import type { SiteMakers } from './page-makers';
import { addPartnerPages } from './partners/partners';
import { addPlacePages } from './places/places';
import { addProcedurePages } from './procedures/procedures';
import { addReport } from './report/report';
import { addCaseAccess } from './restricted/case-access';
import { addRestrictedCases } from './restricted/restricted-cases';
import { addSearch, type SearchMakers } from './search/search';
import { addServiceList } from './services/services';
import { addViewPages } from './views/views';
import { addWorkshopPages } from './workshops/workshops';

/** Adds every page of the site. */
export function addPages(app: FastifyInstance, makers: SiteMakers & SearchMakers): void {
  addDashboard(app, makers);
  addDashboardDownloads(app, makers);
  addComplaintPages(app, makers);
  addCaseAccess(app, makers);
  addRestrictedCases(app, makers);
  addMeasurePages(app, makers);
  addOmbudsmanPages(app, makers);
  addPartnerPages(app, makers);
  addReport(app, makers);
  addSearch(app, makers);
  addDataQuality(app, makers);
  addAudit(app, makers);
  addServiceList(app, makers);
  addPlacePages(app, makers);
  addViewPages(app, makers);
  addGuidancePages(app, makers);
  addProcedurePages(app, makers);
  addWorkshopPages(app, makers);
  addAdministration(app, makers);
  addImportPages(app, makers);
  addHelp(app, makers);
}
