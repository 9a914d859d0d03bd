import { linkOf, type NoPage, type Visit } from './page-visit';

const FILE: NoPage = { shows: 'a file to take away' };
const IN_TARGETS: NoPage = { shows: 'a page that targets.e2e.test.ts looks at' };
const IN_REVIEWS: NoPage = { shows: 'a page that reviews.e2e.test.ts looks at' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

const follow = (as: string, at: string, selector: string): Visit => ({ as, at, go: linkOf(selector) });

/** The pages around reports: their files, targets, signals and review meetings. */
export const REPORTING_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /reports/:id.docx': FILE,
  'GET /reports/:id.pdf': FILE,
  'GET /reports/:id.xlsx': FILE,
  'GET /reports/:id.md': FILE,
  'GET /targets': [
    { as: 'ana', at: '/targets' },
    { as: 'olu', at: '/targets' },
    { as: 'sid', at: '/targets', status: 403 },
  ],
  'GET /targets/new': [
    { as: 'olu', at: '/targets/new' },
    { as: 'ana', at: '/targets/new', status: 403 },
  ],
  'GET /targets/:id': IN_TARGETS,
  'POST /targets': IN_TARGETS,
  'GET /targets/:id/end': IN_TARGETS,
  'POST /targets/:id/end': LEADS_ON,
  'GET /signals': [
    { as: 'ana', at: '/signals' },
    { as: 'olu', at: '/signals?direction=FELL&state=ACTED_ON' },
    { as: 'ana', at: '/signals', without: /query Signals\b/, status: 503 },
    { as: 'aud', at: '/signals', status: 403 },
  ],
  'GET /signals/note': [
    follow('ana', '/signals', 'main a[href^="/signals/note"]'),
    { as: 'ana', at: '/signals/note?id=none', status: 404 },
  ],
  'POST /signals/note': LEADS_ON,
  'GET /reviews': IN_REVIEWS,
  'GET /reviews/new': IN_REVIEWS,
  'POST /reviews/plan': LEADS_ON,
  'GET /reviews/:id': IN_REVIEWS,
  'GET /reviews/:id/change': IN_REVIEWS,
  'POST /reviews/:id/actions': LEADS_ON,
  'GET /reviews/:id/close': IN_REVIEWS,
  'POST /reviews/:id/close': LEADS_ON,
  'GET /reviews/actions/:id': IN_REVIEWS,
  'POST /reviews/actions/:id': LEADS_ON,
};
