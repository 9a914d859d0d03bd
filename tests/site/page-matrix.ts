import type { Page } from 'playwright-core';
import { ACCESS_PAGES } from './access-pages';
import { CASEWORK_PAGES } from './casework-pages';
import { COMPLAINT_PAGES } from './complaint-pages';
import { PAGES_OF_THE_TEAM } from './page-matrix-team';
import type { NoPage, Visit } from './page-visit';
import { POST_PAGES } from './post-pages';
import { REPORT_PAGES } from './report-pages';
import { REPORTING_PAGES } from './reporting-pages';
import { RESTRICTED_PAGES } from './restricted-pages';
import { RETENTION_PAGES } from './retention-pages';

const FILE: NoPage = { shows: 'a file to take away' };
const IN_GUIDANCE: NoPage = { shows: 'a page that guidance.e2e.test.ts looks at' };
const IN_WORKSHOPS: NoPage = { shows: 'a page that workshops.e2e.test.ts looks at' };
const IN_DOCUMENTS: NoPage = { shows: 'a page that documents.e2e.test.ts looks at' };
const EVENTS: NoPage = { shows: 'events, which complaint-work.e2e.test.ts follows' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

async function search(page: Page, words: string): Promise<void> {
  await page.locator('#words').fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
}

/**
 * Every route of the site, as it is registered, and how its pages are looked at. A route that is not here, or stands here
 * and is none, fails the test of all pages.
 */
export const PAGE_MATRIX: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /': LEADS_ON,
  'GET /dashboard': [
    ...['ana', 'mark', 'olu', 'sid', 'ada'].map((as) => ({ as, at: '/dashboard' })),
    { as: 'ana', at: '/dashboard?streams=NOBODY&years=1' },
    { as: 'ana', at: '/dashboard', without: /query Dashboard\b/ },
    { as: 'ana', at: '/dashboard', without: 'graph', status: 503 },
    { as: 'ana', at: '/dashboard', go: (page) => page.locator('summary').evaluateAll(openAll) },
  ],
  ...CASEWORK_PAGES,
  'GET /dashboard/charts/:file': FILE,
  ...COMPLAINT_PAGES,
  ...REPORT_PAGES,
  ...REPORTING_PAGES,
  ...RESTRICTED_PAGES,
  ...RETENTION_PAGES,
  'GET /measures': [{ as: 'ana', at: '/measures' }],
  'GET /measures/:measure': [
    { as: 'ana', at: '/measures/OVERDUE' },
    { as: 'ana', at: '/measures/IN_TIME_RATE' },
    { as: 'sid', at: '/measures/OMBUDSMAN_DECIDED' },
    { as: 'ana', at: '/measures/OVERDUE', without: /query DividedFigures\b/ },
  ],
  'GET /measures/:measure/charts/:file': FILE,
  'GET /reports/mid-year': [
    { as: 'ana', at: '/reports/mid-year' },
    { as: 'ada', at: '/reports/mid-year?year=2020-21&quarter=Q2' },
  ],
  'GET /reports/mid-year/:file': FILE,
  'GET /search': [
    { as: 'ana', at: '/search' },
    { as: 'ana', at: '/search?reference=none' },
    { as: 'ana', at: `/search?reference=${'1'.repeat(61)}` },
    { as: 'olu', at: '/search' },
  ],
  'GET /complaints/:id/live': EVENTS,
  'GET /casework/live': EVENTS,
  'GET /complaints/:id/documents': IN_DOCUMENTS,
  'POST /complaints/:id/documents': IN_DOCUMENTS,
  'GET /complaints/:id/documents/:document': IN_DOCUMENTS,
  'GET /complaints/:id/documents/:document/content': FILE,
  'GET /complaints/:id/documents/:document/picture': FILE,
  'POST /search': [
    {
      ...{ as: 'olu', at: '/search' },
      go: async (page) => {
        await search(page, 'a b');
        await page.locator('.govuk-error-summary').waitFor();
      },
    },
  ],
  'GET /search/people/:id': [
    {
      ...{ as: 'olu', at: '/search' },
      go: async (page) => {
        await search(page, 'bin');
        await page.waitForURL(/\/search\/people\/./);
      },
    },
    { as: 'olu', at: '/search/people/gone', status: 404 },
    { as: 'ana', at: '/search/people/gone', status: 404 },
  ],
  'GET /audit': [
    { as: 'aud', at: '/audit' },
    { as: 'aud', at: '/audit?from=yesterday&actor=nobody' },
    { as: 'aud', at: '/audit', without: /query AuditAdults\b/ },
    { as: 'ana', at: '/audit', status: 403 },
  ],
  'GET /audit/complaint': [
    { as: 'aud', at: '/audit/complaint' },
    { as: 'aud', at: '/audit/complaint?reference=none' },
    { as: 'ana', at: '/audit/complaint', status: 403 },
  ],
  'GET /services': [
    { as: 'ana', at: '/services' },
    { as: 'mark', at: '/services' },
  ],
  'GET /services/charts/:file': FILE,
  'GET /services/:id': [
    { as: 'ana', at: '/services/greenspace' },
    { as: 'mark', at: '/services/greenspace' },
    { as: 'ana', at: '/services/greenspace', without: /query Figures\b/ },
  ],
  'GET /services/:id/charts/:file': FILE,
  'GET /streams/:stream': [
    { as: 'ana', at: '/streams/adults' },
    { as: 'olu', at: '/streams/schools' },
  ],
  'GET /streams/:stream/charts/:file': FILE,
  'GET /views': [
    { as: 'ana', at: '/views' },
    {
      ...{ as: 'dee', at: '/services' },
      go: async (page) => {
        await page.locator('.save-view__summary').click();
        await page.locator('#save-view-title').fill('Services, each morning');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.waitForURL('**/views?*');
      },
    },
  ],
  'POST /views': [
    {
      ...{ as: 'ana', at: '/services' },
      go: async (page) => {
        await page.locator('.save-view__summary').click();
        await page.locator('#save-view-title').fill(' ');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.locator('.govuk-error-summary').waitFor();
      },
    },
  ],
  'GET /views/:id': LEADS_ON,
  'POST /views/:id/remove': LEADS_ON,
  ...POST_PAGES,
  'GET /guidance': IN_GUIDANCE,
  'GET /guidance/new': IN_GUIDANCE,
  'POST /guidance/new': LEADS_ON,
  'GET /guidance/articles/:id': LEADS_ON,
  'GET /guidance/:id': IN_GUIDANCE,
  'GET /guidance/:id/edit': IN_GUIDANCE,
  'POST /guidance/:id/edit': LEADS_ON,
  'GET /guidance/:id/review': IN_GUIDANCE,
  'POST /guidance/:id/review': LEADS_ON,
  'GET /guidance/:id/withdraw': IN_GUIDANCE,
  'POST /guidance/:id/withdraw': LEADS_ON,
  'GET /guidance/:id/versions': IN_GUIDANCE,
  'GET /guidance/:id/versions/:version': IN_GUIDANCE,
  'GET /procedures': IN_GUIDANCE,
  'GET /procedures/:stream': IN_GUIDANCE,
  'GET /kept-forms/:id': IN_GUIDANCE,
  'GET /workshops': IN_WORKSHOPS,
  'GET /workshops/trainings': IN_WORKSHOPS,
  'GET /workshops/trainings.csv': FILE,
  'GET /workshops/new': IN_WORKSHOPS,
  'POST /workshops/plan': LEADS_ON,
  'GET /workshops/:id': IN_WORKSHOPS,
  'GET /workshops/:id/change': IN_WORKSHOPS,
  'GET /workshops/:id/workshop.ics': FILE,
  'POST /workshops/:id/book': LEADS_ON,
  'POST /workshops/:id/give-up': LEADS_ON,
  'GET /workshops/:id/call-off': IN_WORKSHOPS,
  'POST /workshops/:id/call-off': LEADS_ON,
  'GET /workshops/:id/bookings': IN_WORKSHOPS,
  'POST /workshops/:id/bookings': LEADS_ON,
  ...PAGES_OF_THE_TEAM,
  ...ACCESS_PAGES,
  'GET /explore': [
    { as: 'ana', at: '/explore' },
    { as: 'aud', at: '/explore?example=open' },
  ],
  'POST /explore': [
    {
      ...{ as: 'ana', at: '/explore?example=open' },
      go: async (page) => {
        await page.getByRole('button', { name: 'Ask', exact: true }).click();
        await page.locator('#answer').waitFor();
      },
    },
  ],
  'GET /explore/graphiql': { shows: 'GraphiQL, at which pages.e2e.test.ts looks' },
  'GET /explore/files/:file': FILE,
  'POST /explore/graphql': FILE,
  'GET /status': [
    ...['ana', 'ada', 'aud', 'sid'].map((as) => ({ as, at: '/status' })),
    { as: 'ana', at: '/status', without: 'graph', status: 503 },
  ],
  'GET /dictionary': [
    ...['ana', 'mark', 'sid', 'aud'].map((as) => ({ as, at: '/dictionary' })),
    ...['measures', 'record-sets', 'codes', 'fields'].map((section) => ({
      ...{ as: 'ana', at: `/dictionary?section=${section}` },
    })),
    { as: 'sid', at: '/dictionary?q=received+on' },
    { as: 'ana', at: '/dictionary?q=nothing+of+this+name' },
    { as: 'ana', at: '/dictionary', without: 'graph', status: 503 },
  ],
  'GET /dictionary/:file': FILE,
  'GET /connect': [
    { as: 'ana', at: '/connect' },
    { as: 'sid', at: '/connect' },
    { as: 'ada', at: '/connect' },
    { as: 'aud', at: '/connect', status: 403 },
  ],
  'GET /connect/:tool': [
    { as: 'ana', at: '/connect/power-bi' },
    { as: 'mark', at: '/connect/superset' },
    { as: 'sid', at: '/connect/curl' },
    { as: 'sid', at: '/connect/grafana', status: 404 },
  ],
  'GET /connect/:tool/:file': FILE,
  'GET /help': ['ana', 'mark', 'olu', 'sid', 'aud', 'ada'].map((as) => ({ as, at: '/help' })),
  'GET /help/what-is-kept': [
    { as: 'ana', at: '/help/what-is-kept' },
    { as: 'aud', at: '/help/what-is-kept' },
  ],
  'GET /sign-in': [
    { as: null, at: '/sign-in' },
    { as: null, at: '/complaints?measure=OVERDUE' },
  ],
  'GET /sign-in/start': [{ as: null, at: '/sign-in/start', without: 'sign-in', status: 503 }],
  'GET /sign-in/callback': [{ as: null, at: '/sign-in/callback?state=x&code=y', status: 400 }],
  'GET /signed-out': [{ as: null, at: '/signed-out' }],
  'POST /sign-in/ended': { shows: 'nothing: the sign-in service tells that somebody has left' },
  'POST /sign-out': [
    {
      ...{ as: 'dee', at: '/help' },
      go: async (page) => {
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL('**/session/end*');
      },
    },
  ],
};

/** Pages of no route: what there is not, and a form that another page has made stale. */
export const PAGES_OF_NO_ROUTE: readonly Visit[] = [
  { as: 'ana', at: '/nowhere', status: 404 },
  { as: null, at: '/nowhere', status: 404 },
  {
    ...{ as: 'ana', at: '/help' },
    go: async (page) => {
      await page.locator('form[action="/sign-out"] input').evaluate(empty);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'out of date' }).waitFor();
    },
  },
];

function openAll(summaries: (SVGElement | HTMLElement)[]): void {
  for (const { parentElement } of summaries) parentElement?.setAttribute('open', '');
}

function empty(field: SVGElement | HTMLElement): void {
  field.setAttribute('value', '');
}
