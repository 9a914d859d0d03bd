import { linkOf, type NoPage, ROW, type Visit } from './page-visit';

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
  'GET /casework/calls': [
    { as: 'olu', at: '/casework/calls?from=2021-09-01' },
    { as: 'olu', at: '/casework/calls?from=yesterday' },
    { as: 'olu', at: '/casework/calls', without: /query CallsToDealWith\b/, status: 503 },
    { as: 'mark', at: '/casework/calls', status: 403 },
  ],
  'GET /casework/calls/:id': [
    { as: 'olu', at: '/casework/calls?from=2021-09-01', go: linkOf(ROW) },
    { as: 'olu', at: '/casework/calls/none', status: 404 },
  ],
  'POST /casework/calls/:id': IN_TEAM_WORK,
  'GET /casework/team': [
    { as: 'olu', at: '/casework/team' },
    { as: 'mark', at: '/casework/team?did=away' },
    { as: 'olu', at: '/casework/team', without: /query TeamAdults\b/ },
    { as: 'ana', at: '/casework/team', status: 403 },
  ],
  'POST /casework/team/away': IN_TEAM_WORK,
  'GET /casework/team/away/:id': IN_TEAM_WORK,
  'POST /casework/team/away/:id/end': LEADS_ON,
  'GET /casework/team/groups/new': [{ as: 'olu', at: '/casework/team/groups/new' }],
  'GET /casework/team/groups/:stream/:id': IN_TEAM_WORK,
  'POST /casework/team/groups': LEADS_ON,
  'GET /casework/team/hand-over': [
    { as: 'olu', at: '/casework/team/hand-over?from=hana' },
    { as: 'mark', at: '/casework/team/hand-over', status: 403 },
  ],
  'POST /casework/team/hand-over': IN_TEAM_WORK,
  'POST /casework/team/hand-over/do': IN_TEAM_WORK,
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
