import type { NoPage, Visit } from './page-visit';

const IN_RECORDING: NoPage = { shows: 'a page that recording.e2e.test.ts looks at' };
const IN_CASEWORK: NoPage = { shows: 'a page that complaint-work.e2e.test.ts looks at' };
const IN_TEAM_WORK: NoPage = { shows: 'a page that team-work.e2e.test.ts looks at' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

/** The routes of those who work on complaints. */
export const CASEWORK_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /casework': [
    { as: 'olu', at: '/casework?list=ALL_OPEN' },
    { as: 'mark', at: '/casework' },
    { as: 'olu', at: '/casework?list=NOTHING&waits=nobody' },
    { as: 'olu', at: '/casework?list=ALL_OPEN', without: /query WorklistAdults\b/ },
    { as: 'ana', at: '/casework', status: 403 },
  ],
  'POST /casework/assign': IN_TEAM_WORK,
  'POST /casework/assign/do': IN_TEAM_WORK,
  'GET /casework/record': [
    { as: 'olu', at: '/casework/record' },
    { as: 'mark', at: '/casework/record', status: 403 },
  ],
  'POST /casework/record': LEADS_ON,
  'GET /casework/record/:draft/:step': IN_RECORDING,
  'POST /casework/record/:draft/:step': IN_RECORDING,
  'GET /casework/record/:draft/check': IN_RECORDING,
  'POST /casework/record/:draft/check': IN_RECORDING,
  'GET /casework/record/:draft/elsewhere': IN_RECORDING,
  'GET /casework/record/:draft/remove': IN_RECORDING,
  'POST /casework/record/:draft/elsewhere': LEADS_ON,
  'POST /casework/record/:draft/remove': LEADS_ON,
  'GET /complaints/:id/do/:command': IN_CASEWORK,
  'POST /complaints/:id/do/:command': LEADS_ON,
  'GET /casework/settled': [{ as: 'olu', at: '/casework/settled' }],
};
