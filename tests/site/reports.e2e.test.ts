import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const ID = 'mid-year-progress.2021-22.Q2';
const REPORT = `/reports/${ID}`;

describe('a report to members', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (person: string, hasScript = true): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, hasScript });
    await signInAs(watched.page, person);
    return watched;
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const picture = async (page: Page, name: string) => {
    if (SCREENSHOTS === null) return;
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  /** Writes something in each section that asks for it. */
  async function writeAll(page: Page): Promise<number> {
    await page.goto(REPORT);
    const hrefs = await page
      .locator('.report__prompt a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const href of hrefs) {
      await page.goto(href);
      await page.getByLabel('What is to be said').fill('It **rose** since April.');
      await press(page, 'Save');
      await page.locator('.govuk-inset-text[role="status"]').waitFor();
    }
    return hrefs.length;
  }

  it('is begun by an officer, and shows the figures of the service with the way to each list', async () => {
    const { page, context } = await as('olu');
    await page.goto('/reports');
    await page.getByLabel('Report', { exact: true }).selectOption('mid-year-progress');
    await page.getByLabel('Financial year').selectOption('2021-22');
    await page.getByLabel('Up to').selectOption('Q2');
    await press(page, 'Begin');
    expect(new URL(page.url()).pathname).toBe(REPORT);
    const cells = await page.locator('#table-corporate tbody tr').first().locator('td').allInnerTexts();
    expect(cells.map((text) => text.trim())).toEqual(['178', '132', '55', '67', '122', '79', '55']);
    const link = page.locator('#table-corporate tbody tr').first().locator('td a').nth(4);
    await link.click();
    expect(await page.locator('main').innerText()).toContain('122');
    await context.close();
  });

  it('has nothing that axe finds, and fits a phone, on each of its pages', async () => {
    const { page, context } = await as('olu');
    const found: string[] = [];
    const pages = [
      '',
      '?public=1',
      '/sections/demand',
      '/freeze',
      '/revise',
      '/seen',
      '/renew',
      '/sections/none',
    ];
    for (const address of ['/reports', ...pages.map((rest) => `${REPORT}${rest}`)]) {
      await page.goto(address);
      found.push(...(await glances(page)).map((each) => `${address}: ${each}`));
      await picture(page, address.replaceAll(/[^a-z]+/g, '-'));
    }
    await context.close();
    expect(found).toEqual([]);
  });

  it('tells two who write at once of each other, and nothing typed is lost, without script', async () => {
    const [olu, ana] = [await as('olu', false), await as('ana', false)];
    for (const { page } of [olu, ana]) await page.goto(`${REPORT}/sections/demand`);
    await olu.page.getByLabel('What is to be said').fill('Stage 2 rose.');
    await press(olu.page, 'Save');
    expect(await olu.page.locator('.commentary').innerText()).toContain('Stage 2 rose.');
    await ana.page.getByLabel('What is to be said').fill('Stage 1 rose.');
    await press(ana.page, 'Save');
    expect(await ana.page.locator('h2').first().innerText()).toBe('Olu Adeyemi wrote here meanwhile');
    expect(await ana.page.locator('#stands').inputValue()).toBe('Stage 2 rose.');
    expect(await ana.page.getByLabel('What is to be said').inputValue()).toBe('Stage 1 rose.');
    await ana.page.getByLabel('What is to be said').fill('Both stages rose.');
    await press(ana.page, 'Save over it');
    expect(await ana.page.locator('.commentary').innerText()).toContain('Both stages rose.');
    for (const { context } of [olu, ana]) await context.close();
  });

  it('is refused with its checks, frozen with a reason, and never changes again', async () => {
    const { page, context } = await as('olu');
    expect(await writeAll(page)).toBeGreaterThan(3);
    expect(await page.locator('[data-check="COMMENTARY_MISSING"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Freeze this report' }).click();
    await press(page, 'Freeze it');
    expect(await page.locator('.govuk-error-summary').innerText()).toMatch(/check(s are| is) open/i);
    await page.getByLabel('Why it is frozen all the same').fill('What waits touches no figure of it.');
    await press(page, 'Freeze it');
    expect(await page.locator('.govuk-inset-text[role="status"]').innerText()).toContain('Frozen');
    expect(await page.locator('.versions').innerText()).toContain('What waits touches no figure of it.');
    await page.goto(`${REPORT}/sections/demand`);
    expect(await page.locator('form.edit').count()).toBe(0);
    await context.close();
  });

  it('is read by an analyst, who cannot freeze or revise it', async () => {
    const { page, context } = await as('ana');
    await page.goto(REPORT);
    expect(await page.locator('.article__kind').innerText()).toMatch(/frozen/i);
    expect(
      await page
        .getByRole('button')
        .filter({ hasText: /revision|Freeze/ })
        .count(),
    ).toBe(0);
    for (const decision of ['freeze', 'revise'])
      expect((await page.goto(`${REPORT}/${decision}`))?.status()).toBe(403);
    await context.close();
  });

  it('is revised with a reason', async () => {
    const { page, context } = await as('ada');
    await page.goto(`${REPORT}/revise`);
    await page.getByLabel('Why there is to be another version').fill('A late correction');
    await press(page, 'Begin version 2');
    expect(await page.locator('.versions').innerText()).toContain('Begun because: A late correction');
    await page.getByRole('link', { name: /^Version 1, frozen by Olu Adeyemi/ }).click();
    expect(await page.locator('.article__kind').innerText()).toMatch(/frozen/i);
    await context.close();
  });

  it('is not there for a partner', async () => {
    const { page, context } = await as('sid');
    for (const address of ['/reports', REPORT, `${REPORT}/sections/demand`])
      expect((await page.goto(address))?.status()).toBe(403);
    expect(await page.locator('nav[aria-label="Main"] a[href="/reports"]').count()).toBe(0);
    await context.close();
  });
});
