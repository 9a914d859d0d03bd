import diagnostics from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { EVERY_PAGE, openBrowser, openPage, signInAs } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances, WIDE } from './glances';
import { matrixProblems } from './matrix-problems';
import { PAGE_MATRIX, PAGES_OF_NO_ROUTE } from './page-matrix';
import type { Visit } from './page-visit';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const MATRIX_MILLIS = EVERY_PAGE ? 900_000 : 300_000;
/** For one step on a page, on a machine that runs other tests too. */
const STEP_MILLIS = 60_000;

const VISITS: readonly Visit[] = [
  ...Object.values(PAGE_MATRIX).flatMap((pages) => {
    if ('shows' in pages) return [];
    return EVERY_PAGE ? pages : pages.slice(0, 1);
  }),
  ...PAGES_OF_NO_ROUTE,
];
/** Nobody comes first: what the site knows of the sign-in service it keeps, and would not say that it is down. */
const PEOPLE = [null, ...new Set(VISITS.flatMap(({ as }) => as ?? []))];

const SECURITY_HEADERS = [
  ...['content-security-policy', 'referrer-policy', 'x-content-type-options', 'x-frame-options'],
  ...['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'cache-control'],
];

const saidOf =
  ({ at, go, without }: Visit) =>
  (problem: string): string =>
    `${at}${go ? ' and on' : ''}${without ? `, without ${without}` : ''}: ${problem}`;

/** A browser notes itself that a page was an error, which some are meant to be. */
const isUnexpected =
  ({ status, go }: Visit) =>
  (complaint: string): boolean =>
    (status === undefined && go === undefined) || !complaint.includes('status of');

describe('every page of the site', () => {
  const routes: string[] = [];
  let site: TestSite;
  let browser: Browser;

  const watchRoutes = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`);
    });
  };

  beforeAll(async () => {
    diagnostics.subscribe('fastify.initialization', watchRoutes);
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    diagnostics.unsubscribe('fastify.initialization', watchRoutes);
    await browser?.close();
    await site?.stop();
  });

  const pages = () => routes.filter((route) => !route.startsWith('GET /assets/'));

  it('is in the matrix, which names no other', () => {
    expect(pages().length).toBeGreaterThan(20);
    expect(matrixProblems(pages(), PAGE_MATRIX)).toEqual([]);
  });

  it('would be missed there', () => {
    const { 'GET /help': _, ...without } = PAGE_MATRIX;
    expect(matrixProblems(pages(), without)).toEqual(['GET /help is not listed']);
    const planted = { ...PAGE_MATRIX, 'GET /nowhere': { shows: 'nothing' } };
    expect(matrixProblems(pages(), planted)).toEqual(['GET /nowhere is listed, and there is no such route']);
  });

  it.each(PEOPLE)(
    'has nothing that axe finds, light and dark, wide and narrow, asks no other host, and fits a phone: %s',
    async (person) => {
      const { page, context, complaints } = await openPage(browser, { url: site.url });
      page.setDefaultTimeout(STEP_MILLIS);
      if (person !== null) await signInAs(page, person);
      const found: string[] = [];
      for (const visit of VISITS.filter(({ as }) => as === person)) {
        complaints.splice(0);
        const problems = [...(await visited(page, visit)), ...(await glances(page))];
        found.push(...[...problems, ...complaints.filter(isUnexpected(visit))].map(saidOf(visit)));
      }
      await context.close();
      expect(found).toEqual([]);
    },
    MATRIX_MILLIS,
  );

  // After the visits: one of them needs a site that has not yet found the sign-in service.
  it('says what a browser may do, on every route, to nobody in particular', async () => {
    expect(routes.length).toBeGreaterThan(60);
    const lacking = await Promise.all(
      routes.map(async (route) => {
        const [method = '', path = ''] = route.split(' ');
        const at = `${site.url}${path.replaceAll(/:\w+|\*/g, 'x')}`;
        const { headers } = await fetch(at, { method, redirect: 'manual' });
        return SECURITY_HEADERS.filter((name) => !headers.has(name)).map((name) => `${route}: ${name}`);
      }),
    );
    expect(lacking.flat()).toEqual([]);
  });

  /** Goes where a visit leads, while what it goes without does not answer; what was otherwise than expected. */
  async function visited(page: Page, { at, status = 200, go, without }: Visit): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(WIDE);
    if (without === 'graph') site.gateway.state = 'down';
    else if (without === 'sign-in') site.signInState = 'down';
    else site.gateway.breaksOn = without ?? null;
    try {
      const answer = await page.goto(at);
      await go?.(page);
      return answer?.status() === status ? [] : [`status ${answer?.status()}`];
    } finally {
      site.gateway.state = 'up';
      site.gateway.breaksOn = null;
      site.signInState = 'up';
    }
  }
});
