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
import { readParquet, readXlsx } from '../exports/read-files';
import { figureOn, headOf, pressAt, rowsOf } from './journeys';

/** Pages that are shown in pictures (SCREENSHOTS), by name. */
const PICTURES = {
  dashboard: '/dashboard',
  complaints: '/complaints',
  measure: '/measures/OVERDUE',
  services: '/services',
  report: '/reports/mid-year',
  cases: '/ombudsman-cases',
};

/** A copy of its own: what the buffer is cut from holds more. */
const arrayOf = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;

const pictureOf = (name: string): string => path.join(SCREENSHOTS ?? '', `${name}.png`);

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;

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

  it.each([true, false])(
    'lead from a figure to its complaints, as many as it says (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('dee', { hasScript });
      await page.goto('/dashboard');
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
    await page.goto('/dashboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#content');
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
      await page.goto('/dashboard');
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

  it('give a list, and a table, as the same rows in every kind of file', async () => {
    const { page, context } = await as('ana');
    const take = async (at: string) => {
      const answer = await page.request.get(at);
      expect([at, answer.status()]).toEqual([at, 200]);
      return answer.body();
    };
    for (const at of [
      '/complaints.csv?measure=OVERDUE&streams=CORPORATE',
      '/complaints.csv?streams=SCHOOLS&status=CLOSED',
      '/ombudsman-cases.csv?state=decided',
      '/dashboard/charts/received-by-quarter.csv',
    ]) {
      const [csv, xlsx, parquet] = await Promise.all(
        ['.csv', '.xlsx', '.parquet'].map((kind) => take(at.replace('.csv', kind))),
      );
      const rows = rowsOf(String(csv)).length;
      expect([at, rows > 1]).toEqual([at, true]);
      const book = readXlsx(arrayOf(xlsx ?? Buffer.alloc(0)));
      expect([at, book.rows.length, book.about.rows]).toEqual([at, rows, String(rows)]);
      expect([at, (await readParquet(arrayOf(parquet ?? Buffer.alloc(0)))).length]).toEqual([at, rows]);
    }
    await context.close();
  });

  it('draw a picture as PNG in the browser: on white, whatever its colours, and with where it is from', async () => {
    const { page, context, complaints } = await as('ana');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/dashboard');
    const link = page.locator('a[data-picture="received-by-quarter"]');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('received-by-quarter.png');
    const picture = fs.readFileSync(await download.path());
    if (SCREENSHOTS !== null) fs.writeFileSync(pictureOf('received-by-quarter'), picture);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // The width stands at its place in the head of the file: twice that of the picture on the page.
    expect(picture.readUInt32BE(16)).toBe(2 * 632);
    const svg = await (await page.request.get((await link.getAttribute('href')) ?? '')).text();
    expect(svg).toMatch(/Source: complaints records of Stockport Council, as at \d+ \w+ \d{4}\./);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offer no PNG where no script runs', async () => {
    const { page, context } = await as('ana', { hasScript: false });
    await page.goto('/dashboard');
    expect(await page.locator('a[data-picture]').first().isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: /SVG/ }).first().isVisible()).toBe(true);
    await context.close();
  });

  it.each([true, false])(
    'lead a manager to what is overdue in their service (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('mark', { hasScript });
      await page.goto('/dashboard');
      await page.locator('.filter__summary').click();
      await page.locator('input[name="services"][value="Greenspace"]').check();
      if (!hasScript) await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/dashboard?services=Greenspace');
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

  it.each([true, false])(
    'let an officer read people, which an auditor then finds (with script: %s)',
    async (hasScript) => {
      const officer = await as('olu', { hasScript });
      await officer.page.goto('/complaints?streams=CORPORATE');
      await officer.page.locator('main tbody th a, main tbody td a').first().click();
      await officer.page.waitForURL(/\/complaints\/[^/?]+$/);
      const complaint = decodeURIComponent(new URL(officer.page.url()).pathname.split('/').at(-1) ?? '');
      await officer.page.locator('a[href$="/people"]').click();
      await officer.page.waitForURL('**/people');
      await officer.context.close();
      const auditor = await as('aud', { hasScript });
      await auditor.page.goto('/audit');
      const [newest = ''] = await auditor.page.locator('main tbody tr').allInnerTexts();
      expect(newest).toContain('olu');
      expect(newest).toContain(complaint);
      await auditor.context.close();
    },
  );

  it('show a partner theirs and nothing else', async () => {
    const all = await as('ana');
    await all.page.goto('/ombudsman-cases');
    const everything = await all.page.locator('main tbody tr').count();
    await all.page.goto('/complaints');
    const foreign = await all.page.locator('main tbody a').first().getAttribute('href');
    await all.context.close();
    const { page, context } = await as('sid');
    await page.goto('/dashboard');
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

  it.each([true, false])(
    'can be gone through by the keyboard alone: a figure, its list, a complaint (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('dee', { hasScript });
      await page.goto('/dashboard');
      await pressAt(page, (there) => there.includes('measure=OVERDUE'));
      await page.waitForURL('**/complaints?*');
      await pressAt(page, (there) => /^\/complaints\/./.test(there));
      await page.waitForURL('**/complaints/*');
      expect(await page.locator('h1').innerText()).toMatch(/^Complaint /);
      await context.close();
    },
  );

  it.each([true, false])(
    'let the keyboard alone sign a partner in and open one of their cases (with script: %s)',
    async (hasScript) => {
      const { page, context } = await openPage(browser, { url: site.url, hasScript });
      await page.goto('/dashboard');
      await pressAt(page, (there) => there.includes('person=sid'));
      await page.locator('[data-measure="OMBUDSMAN_DECIDED"]').first().waitFor();
      await pressAt(page, (there) => there === '/ombudsman-cases');
      await page.waitForURL('**/ombudsman-cases');
      await pressAt(page, (there) => /^\/ombudsman-cases\/./.test(there));
      await page.waitForURL('**/ombudsman-cases/*');
      expect(await page.locator('h1').innerText()).toMatch(/^Case /);
      await context.close();
    },
  );

  it.each([true, false])(
    'begin a manager with the services that they manage (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('mark', { hasScript });
      await page.goto('/dashboard');
      const own = page.locator('section[aria-labelledby="part-own"]');
      expect((await own.locator('tbody th').allInnerTexts()).sort()).toEqual([
        'Greenspace',
        'Refuse & Recycling',
      ]);
      const overdue = own.locator('tr', { hasText: 'Greenspace' }).locator('[data-measure="OVERDUE"]');
      const value = await overdue.getAttribute('data-value');
      await pressAt(page, (there) => there.includes('services=Greenspace&measure=OVERDUE'));
      await page.waitForURL('**/complaints?*');
      expect(await headOf(page)).toBe(value);
      await context.close();
    },
  );

  it('let the keyboard alone narrow a page, open its list and take it away', async () => {
    const { page, context } = await as('mark', { hasScript: false });
    await page.goto('/dashboard');
    await pressAt(page, (there) => there === 'Filter');
    await pressAt(page, (there) => there === 'services=Greenspace', 'Space');
    await pressAt(page, (there) => there === 'Show');
    await page.waitForURL('**/dashboard?services=Greenspace');
    await pressAt(page, (there) => there.includes('measure=OPEN'));
    await page.waitForURL('**/complaints?*');
    const download = page.waitForEvent('download');
    await pressAt(page, (there) => there.startsWith('/complaints.csv'));
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await context.close();
  });

  it.each([true, false])(
    'let the keyboard alone search people, read one, and find that in the audit log (with script: %s)',
    async (hasScript) => {
      const officer = await as('olu', { hasScript });
      const { page } = officer;
      await page.goto('/search');
      await pressAt(page, (there) => there === 'words=', 'b');
      await page.keyboard.type('in');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/people\/[\w-]+$/);
      await pressAt(page, (there) => /^\/complaints\/./.test(there));
      await page.waitForURL('**/complaints/*');
      await pressAt(page, (there) => there.endsWith('/people'));
      await page.waitForURL('**/people');
      expect(await page.locator('h1').innerText()).toMatch(/^People of complaint /);
      await officer.context.close();
      const auditor = await as('aud', { hasScript });
      await auditor.page.goto('/audit');
      const entries = await auditor.page.locator('main tbody tr').allInnerTexts();
      expect(entries[0]).toContain('Read people');
      expect(entries.some((entry) => entry.includes('Searched people'))).toBe(true);
      await pressAt(auditor.page, (there) => there.startsWith('/audit?actor='));
      await auditor.page.waitForURL('**/audit?actor=*');
      await auditor.context.close();
    },
  );

  it('hold GraphiQL, which asks in one’s own name and needs no other host', async () => {
    const { page, context, complaints } = await as('ana');
    await page.goto('/explore');
    await page.getByRole('link', { name: 'GraphiQL' }).click();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.graphiql-response', { hasText: 'asAt' }).waitFor();
    const hosts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
    );
    expect(new Set(hosts)).toEqual(new Set([new URL(site.url).host]));
    expect([page.url(), await page.evaluate(() => localStorage.length)]).toEqual([
      `${site.url}/explore/graphiql`,
      0,
    ]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keep the title of a view that is typed before another filter is chosen', async () => {
    const { page, context } = await as('ana');
    await page.goto('/services');
    await page.locator('.save-view__summary').click();
    await page.locator('#save-view-title').fill('Adults, each morning');
    await page.locator('.filter__summary').click();
    await page.getByRole('checkbox', { name: 'Adult social care', exact: true }).check();
    await page.locator('.filter__tag').waitFor();
    const title = page.locator('#save-view-title');
    expect([await title.isVisible(), await title.inputValue()]).toEqual([true, 'Adults, each morning']);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL('**/views?*');
    expect(
      await page.getByRole('link', { name: 'Adults, each morning', exact: true }).getAttribute('href'),
    ).toContain('streams=ADULTS');
    await context.close();
  });

  it('keep the title of a view where the connection is lost', async () => {
    const { page, context } = await as('ana');
    await page.goto('/services');
    await page.locator('.save-view__summary').click();
    await page.locator('#save-view-title').fill('Each morning');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The connection is lost').waitFor();
    expect(await page.locator('#save-view-title').inputValue()).toBe('Each morning');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL('**/views?saved=*');
    expect(await page.locator('main').innerText()).toContain('Each morning');
    await context.close();
  });

  it('hold every way on within one menu on a phone, opened by the keyboard', async () => {
    const { page, context } = await as('ana', { width: 360, hasScript: false });
    await page.goto('/measures');
    await pressAt(page, (there) => there.startsWith('Menu'));
    await pressAt(page, (there) => there === '/services');
    await page.waitForURL('**/services');
    await context.close();
  });

  it('renew figures by themselves where nobody reads, and where somebody does when they ask for it', async () => {
    const { page, context } = await as('ana');
    await page.clock.install();
    await page.goto('/dashboard');
    await page.route('**/dashboard', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/data-version="[^"]*"/, 'data-version="newer"');
      await route.fulfill({ response, body });
    });
    const version = () => page.locator('#content').getAttribute('data-version');
    const before = await version();
    await page.locator('.filter__summary').click();
    await page.clock.runFor('04:50');
    await page.locator('input[name="title"]').evaluate((field: HTMLInputElement) => (field.value = 'Mine'));
    await page.keyboard.press('Shift');
    await page.clock.runFor('00:20');
    await page.locator('#newer').waitFor();
    expect(await version()).toBe(before);
    await page.locator('#newer a').click();
    expect([await version(), await page.locator('#newer').isVisible()]).toEqual(['newer', false]);
    expect(await page.locator('.filter__details').getAttribute('open')).toBe('');
    expect(await page.locator('input[name="title"]').inputValue()).toBe('Mine');
    await page.locator('#content').evaluate((there) => there.setAttribute('data-version', 'older'));
    await page.clock.runFor('10:00');
    await page.locator('#content[data-version="newer"]').waitFor();
    // The page may ask once more while it closes.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });

  (SCREENSHOTS ? it : it.skip)('are shown in pictures', async () => {
    for (const width of [360, 768, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, context } = await as('ana', { width });
        await page.emulateMedia({ colorScheme });
        for (const [name, address] of Object.entries(PICTURES)) {
          await page.goto(address);
          await page.screenshot({ path: pictureOf(`${name}-${width}-${colorScheme}`) });
        }
        await context.close();
      }
    expect(fs.existsSync(pictureOf('dashboard-1280-light'))).toBe(true);
  });
});
