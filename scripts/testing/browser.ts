import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../product/root';
import { findBrowser } from './find-browser';

/** Where pictures of pages go (SCREENSHOTS); none are taken where it is not set. */
export const SCREENSHOTS = process.env.SCREENSHOTS ?? null;

/** Whether every page is looked at in every state (`npm run check:pages`), and not each page once. */
export const EVERY_PAGE = process.env.EVERY_PAGE === 'all';

/** Nothing of the browser's own goes out: what is asked for comes from the page. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
];

/** Starts a browser. Throws what to install where there is none. */
export function openBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findBrowser(),
    args: [...QUIET, ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** What a page did that it should not have. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What stood in the console, and requests to other hosts. */
  readonly complaints: string[];
}

/** A page of the site at `url` in a context of its own, watched. */
export async function openPage(
  browser: Browser,
  { url, width = 1280, hasScript = true }: { url: string; width?: number; hasScript?: boolean },
): Promise<Watched> {
  const context = await browser.newContext({
    ...{ baseURL: url, viewport: { width, height: 900 }, javaScriptEnabled: hasScript, bypassCSP: false },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`a request to ${request.url()}`);
  });
  return { page, context, complaints };
}

/** Signs in as somebody of the demonstration, and goes on to `returnTo`. */
export async function signInAs(page: Page, person: string, returnTo = '/help'): Promise<void> {
  await page.goto(`/sign-in/start?person=${person}&returnTo=${encodeURIComponent(returnTo)}`);
}

const AXE = fs.readFileSync(path.join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

/**
 * What axe finds wrong on a page, each with where it stands; by all its rules, or by those alone that are named. Axe is put
 * in past the page's policy, by the browser itself.
 */
export async function axeViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis)))
    await page.evaluate((source) => new Function(source).call(window), AXE);
  return page.evaluate(async (only) => {
    // What passes is not told: that is most of the work.
    const options = {
      resultTypes: ['violations'],
      ...(only.length > 0 && { runOnly: { type: 'rule', values: only } }),
    };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(options);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, rules);
}

/** How much wider a page is than its window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
