import type { NoPage, Visit } from './page-visit';

const IN_REPORTS: NoPage = { shows: 'a page that reports.e2e.test.ts looks at' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

/** The pages of reports to members. */
export const REPORT_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /reports': [
    { as: 'ana', at: '/reports' },
    { as: 'ana', at: '/reports', without: /query ReportsHome\b/, status: 503 },
    { as: 'sid', at: '/reports', status: 403 },
  ],
  'POST /reports': LEADS_ON,
  'GET /reports/:id': IN_REPORTS,
  'GET /reports/:id/sections/:section': IN_REPORTS,
  'POST /reports/:id/sections/:section': LEADS_ON,
  'GET /reports/:id/since': { shows: 'a page that report-since.e2e.test.ts looks at' },
  'GET /reports/:id/freeze': IN_REPORTS,
  'POST /reports/:id/freeze': LEADS_ON,
  'GET /reports/:id/revise': IN_REPORTS,
  'POST /reports/:id/revise': LEADS_ON,
  'GET /reports/:id/seen': IN_REPORTS,
  'POST /reports/:id/seen': LEADS_ON,
  'GET /reports/:id/renew': IN_REPORTS,
  'POST /reports/:id/renew': LEADS_ON,
};
