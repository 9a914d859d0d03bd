import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { MainPage } from './pages';

/** What came over the wire for one visit. */
export interface Visit {
  readonly bytes: number;
  readonly requests: number;
}

export interface PageWeight {
  readonly title: string;
  /** With nothing kept. */
  readonly first: Visit;
  /** With styles and scripts kept from another page. */
  readonly again: Visit;
  /** Requests to any other host. */
  readonly elsewhere: number;
}

/** Who visits which site. */
export interface Visiting {
  readonly url: string;
  /** As a header. */
  readonly cookie: string;
}

const ANOTHER_PAGE = '/help';

/** A page as a browser loads it, with what its answers weighed: packed, heads included. */
export async function weightOf(
  browser: Browser,
  visiting: Visiting,
  { title, path }: MainPage,
): Promise<PageWeight> {
  const context = await contextOf(browser, visiting);
  const weighed = await weigher(await context.newPage(), visiting.url);
  const first = await weighed.visit(path);
  await weighed.visit(path === ANOTHER_PAGE ? '/measures' : ANOTHER_PAGE);
  const again = await weighed.visit(path);
  await context.close();
  return { title, first, again, elsewhere: weighed.elsewhere() };
}

/** A browser's context of its own, signed in. */
export async function contextOf(browser: Browser, { url, cookie }: Visiting): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  await context.addCookies(
    cookie
      .split('; ')
      .map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1), url })),
  );
  return context;
}

async function weigher(page: Page, url: string) {
  const session = await page.context().newCDPSession(page);
  let visit = { bytes: 0, requests: 0 };
  let elsewhere = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    // What the browser has kept costs nothing.
    if (encodedDataLength > 0)
      visit = { bytes: visit.bytes + encodedDataLength, requests: visit.requests + 1 };
  });
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith(url) && !request.url.startsWith('data:')) elsewhere += 1;
  });
  await session.send('Network.enable');
  return {
    elsewhere: () => elsewhere,
    async visit(path: string): Promise<Visit> {
      visit = { bytes: 0, requests: 0 };
      await page.goto(path, { waitUntil: 'networkidle' });
      return visit;
    },
  };
}
