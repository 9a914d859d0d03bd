import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import {
  axeViolations,
  openBrowser,
  openPage,
  overflow,
  SCREENSHOTS,
  signInAs,
  type Watched,
} from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { figureOn, headOf, rowsOf, tabTo } from './journeys';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;

/** Pages by who may see them. */
const FIGURES = [
  '/',
  '/complaints',
  '/ombudsman-cases',
  '/services',
  '/measures',
  '/measures/OVERDUE',
  '/views',
  '/help',
];
const PAGES: Readonly<Record<string, readonly string[]>> = {
  ana: [
    ...FIGURES,
    '/complaints?measure=OVERDUE',
    '/complaints?streams=NOBODY',
    '/search?reference=none',
    '/nowhere',
  ],
  mark: ['/', '/complaints?measure=OVERDUE'],
  olu: ['/', '/complaints'],
  sid: ['/', '/complaints', '/ombudsman-cases'],
  aud: ['/audit', '/complaints'],
  ada: ['/'],
};

describe('the pages of the site', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (
    person: string,
    options: { width?: number; hasScript?: boolean } = {},
  ): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, ...options });
    await signInAs(watched.page, person);
    watched.complaints.splice(0);
    return watched;
  };

  it.each(Object.keys(PAGES))(
    'have nothing that axe finds, for %s, ask no other host, and fit a phone',
    async (person) => {
      const { page, context, complaints } = await as(person);
      const found: string[] = [];
      for (const address of PAGES[person] ?? []) {
        const answer = await page.goto(address);
        const isError = (answer?.status() ?? 0) >= 400;
        for (const violation of await axeViolations(page)) found.push(`${address}: ${violation}`);
        // A browser notes itself that a page was an error.
        found.push(
          ...complaints
            .splice(0)
            .filter((each) => !(isError && each.includes('status of')))
            .map((each) => `${address}: ${each}`),
        );
        await page.setViewportSize({ width: 320, height: 800 });
        if ((await overflow(page)) > 0)
          found.push(`${address}: wider than 320 px by ${await overflow(page)}`);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
      await context.close();
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each([true, false])(
    'lead from a figure to its complaints, as many as it says (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('dee', { hasScript });
      await page.goto('/');
      const figure = page.locator('[data-measure="OPEN"], [data-measure="RECEIVED"]').first();
      const value = Number(await figure.getAttribute('data-value'));
      expect(value).toBeGreaterThan(0);
      await figure.locator('xpath=ancestor-or-self::a | .//a').first().click();
      await page.waitForURL('**/complaints?*');
      expect(await page.locator('main').innerText()).toContain(value.toLocaleString('en-GB'));
      await context.close();
    },
  );

  it('are seen to be wrong: axe runs under the pages’ policy, and a wide page is noticed', async () => {
    const { page, context } = await as('ana');
    await page.goto('/help');
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang');
      document.body.append(
        Object.assign(document.createElement('img'), { src: '/assets/none.svg', width: 5_000 }),
      );
    });
    expect((await axeViolations(page)).map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['html-has-lang', 'image-alt']),
    );
    expect(await overflow(page)).toBeGreaterThan(0);
    await context.close();
  });

  it('tell by the first tab stop how to skip to the content', async () => {
    const { page, context } = await as('ana');
    await page.goto('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await context.close();
  });

  it('sign out by a button, with and without script', async () => {
    for (const hasScript of [true, false]) {
      const { page, context, complaints } = await as('ana', { hasScript });
      await page.goto('/help');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/signed-out');
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('let one be somebody else at once', async () => {
    const { page, context } = await as('ana');
    await signInAs(page, 'mark');
    await page.waitForURL('**/help');
    expect(await page.locator('header').innerText()).toContain('Mark Ellison');
    await context.close();
  });

  it.each([true, false])(
    'lead a director to a list that is taken away whole (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('dee', { hasScript });
      await page.goto('/');
      const { value, link } = await figureOn(page, 'OVERDUE');
      await link.click();
      await page.waitForURL('**/complaints?*');
      expect(await headOf(page)).toBe(value);
      const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
      const csv = await (await page.request.get(href ?? '')).text();
      expect(rowsOf(csv)).toHaveLength(Number(value));
      await context.close();
    },
  );

  it.each([true, false])(
    'lead a manager to what is overdue in their service (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('mark', { hasScript });
      await page.goto('/');
      await page.locator('.filter__summary').click();
      await page.locator('input[name="services"][value="Greenspace"]').check();
      if (!hasScript) await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/?services=Greenspace');
      const { value, link } = await figureOn(page, 'OPEN');
      await link.click();
      await page.waitForURL('**/complaints?*');
      expect(await headOf(page)).toBe(value);
      const services = await page.locator('main tbody tr').allInnerTexts();
      expect(services).toHaveLength(Number(value));
      expect(services.every((row) => row.includes('Greenspace'))).toBe(true);
      await context.close();
    },
  );

  it('let an officer read people, which an auditor then finds', async () => {
    const officer = await as('olu');
    await officer.page.goto('/complaints?streams=CORPORATE');
    await officer.page.locator('main tbody th a, main tbody td a').first().click();
    await officer.page.waitForURL(/\/complaints\/[^/?]+$/);
    const complaint = decodeURIComponent(new URL(officer.page.url()).pathname.split('/').at(-1) ?? '');
    await officer.page.locator('a[href$="/people"]').click();
    await officer.page.waitForURL('**/people');
    await officer.context.close();
    const auditor = await as('aud');
    await auditor.page.goto('/audit');
    const [newest = ''] = await auditor.page.locator('main tbody tr').allInnerTexts();
    expect(newest).toContain('olu');
    expect(newest).toContain(complaint);
    await auditor.context.close();
  });

  it('show a partner theirs and nothing else', async () => {
    const all = await as('ana');
    await all.page.goto('/ombudsman-cases');
    const everything = await all.page.locator('main tbody tr').count();
    await all.page.goto('/complaints');
    const foreign = await all.page.locator('main tbody a').first().getAttribute('href');
    await all.context.close();
    const { page, context } = await as('sid');
    await page.goto('/');
    expect(await page.locator('h1').innerText()).toContain('2021-22');
    expect(Number((await figureOn(page, 'OMBUDSMAN_DECIDED')).value)).toBeGreaterThan(0);
    await page.goto('/ombudsman-cases');
    const own = await page.locator('main tbody tr').count();
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(everything);
    expect((await page.goto(foreign ?? ''))?.status()).toBe(404);
    expect(await page.locator('nav').innerText()).not.toContain('Audit');
    await context.close();
  });

  it('can be gone through by the keyboard alone: a figure, its list, a complaint', async () => {
    const { page, context } = await as('ana');
    await page.goto('/');
    expect(await tabTo(page, (href) => href.includes('measure=OVERDUE'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/complaints?*');
    expect(await tabTo(page, (href) => /^\/complaints\/./.test(href))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/complaints/*');
    expect(await page.locator('h1').innerText()).toMatch(/^Complaint /);
    await context.close();
  });

  (SCREENSHOTS ? it : it.skip)('are shown in pictures', async () => {
    for (const width of [320, 768, 1280]) {
      const { page, context } = await as('ana', { width });
      for (const [name, address] of Object.entries({
        dashboard: '/',
        complaints: '/complaints',
        measure: '/measures/OVERDUE',
      })) {
        await page.goto(address);
        await page.screenshot({ path: path.join(SCREENSHOTS ?? '', `${name}-${width}.png`) });
      }
      await context.close();
    }
    expect(fs.readdirSync(SCREENSHOTS ?? '')).toContain('dashboard-1280.png');
  });
});
