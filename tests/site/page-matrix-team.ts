import type { NoPage, Visit } from './page-visit';

const FILE: NoPage = { shows: 'a file to take away' };
const IN_WORKSHOPS: NoPage = { shows: 'a page that workshops.e2e.test.ts looks at' };
const IN_IMPORTS: NoPage = { shows: 'a page that imports.e2e.test.ts looks at' };
const IN_QUALITY: NoPage = { shows: 'a page that data-quality.e2e.test.ts looks at' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

/** The routes of those who put records right and look after the product. */
export const PAGES_OF_THE_TEAM: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /administration': IN_WORKSHOPS,
  'GET /administration/words': IN_WORKSHOPS,
  'POST /administration/words': LEADS_ON,
  'GET /administration/services': IN_WORKSHOPS,
  'GET /administration/services/new': IN_WORKSHOPS,
  'GET /administration/services/:id': IN_WORKSHOPS,
  'POST /administration/services': LEADS_ON,
  'GET /administration/directorates/new': IN_WORKSHOPS,
  'GET /administration/directorates/:id': IN_WORKSHOPS,
  'POST /administration/directorates': LEADS_ON,
  'GET /administration/calendar': IN_WORKSHOPS,
  'POST /administration/calendar/add': LEADS_ON,
  'GET /administration/calendar/retract': IN_WORKSHOPS,
  'POST /administration/calendar/retract': LEADS_ON,
  'GET /administration/closed-days': IN_WORKSHOPS,
  'POST /administration/closed-days/add': LEADS_ON,
  'GET /administration/closed-days/retract': IN_WORKSHOPS,
  'POST /administration/closed-days/retract': LEADS_ON,
  'GET /administration/roles': IN_WORKSHOPS,
  'GET /imports': IN_IMPORTS,
  'POST /imports/search': LEADS_ON,
  'POST /imports/rebuild': LEADS_ON,
  'GET /imports/new': IN_IMPORTS,
  'POST /imports/new': LEADS_ON,
  'GET /imports/ledger': IN_IMPORTS,
  'GET /imports/ledger/:id': IN_IMPORTS,
  'POST /imports/ledger/:id/undo': LEADS_ON,
  'GET /imports/vanished': IN_IMPORTS,
  'GET /imports/:id': IN_IMPORTS,
  'POST /imports/:id/cancel': LEADS_ON,
  'POST /imports/:id/load': LEADS_ON,
  'GET /data-quality': IN_QUALITY,
  'GET /data-quality/quarantine': IN_QUALITY,
  'GET /data-quality/quarantine.csv': FILE,
  'GET /data-quality/quarantine/:id': IN_QUALITY,
  'POST /data-quality/quarantine/:id': LEADS_ON,
  'GET /data-quality/faults': IN_QUALITY,
  'GET /data-quality/faults.csv': FILE,
  'GET /data-quality/duplicates': IN_QUALITY,
  'GET /data-quality/duplicates.csv': FILE,
  'GET /data-quality/duplicates/copies/:id': IN_QUALITY,
  'POST /data-quality/duplicates/copies/:id': LEADS_ON,
  'GET /data-quality/duplicates/:id': IN_QUALITY,
  'POST /data-quality/duplicates/:id': LEADS_ON,
  'GET /data-quality/before-report': IN_QUALITY,
  'GET /data-quality/before-report.csv': FILE,
};
