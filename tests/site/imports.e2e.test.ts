import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { performJobs } from '../../scripts/jobs/perform-jobs';
import { ROOT } from '../../scripts/product/root';
import {
  axeViolations,
  openBrowser,
  openPage,
  overflow,
  SCREENSHOTS,
  signInAs,
} from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { figureOn } from './journeys';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;

/** When the rows of a dirty file were received: one of them cannot be placed in time. */
const RECEIVED = ['03/05/2024 09:09', '02/05/2024 09:09', 'unknown'];
/** How many of them count as they stand. */
const PLACED = RECEIVED.filter((received) => /^\d/.test(received)).length;
/** The quarter in which all of them are, once they are put right. */
const QUARTER = '/?financialYears=2024-25&quarters=Q1&streams=CORPORATE';

describe('the pages of imports', () => {
  let site: TestSite;
  let browser: Browser;
  let folder: string;
  let number = 0;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'imports-pages-'));
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await rm(folder, { recursive: true });
  });

  const as = async (person: string, options: { width?: number; hasScript?: boolean } = {}) => {
    const watched = await openPage(browser, { url: site.url, ...options });
    await signInAs(watched.page, person);
    return watched;
  };

  /** Made-up rows with references of their own, one of which cannot be placed in time. */
  const dirtyFile = async (): Promise<string> => {
    number += 1;
    const row = (place: number, received: string) =>
      `10${number}00000${place},Corporate Complaint,1,,,${received},07/05/2024 10:00,20/05/2024,10/05/2024 10:16,Closed,Upheld,Services to Place,Greenspace,Delay,In person,,,,,Ms,Test,Person,test.person@example.org,SK1 1AA,Made up.,12/05/2024 10:00`;
    const extract = await readFile(path.join(ROOT, 'demo', 'extracts', 'corporate-crm.csv'), 'utf8');
    const file = path.join(folder, `May ${number}.csv`);
    const rows = [...RECEIVED.map((received, place) => row(place + 1, received)), 'Total,3'];
    await writeFile(file, [extract.split(/\r?\n/)[0], ...rows, ''].join('\r\n'));
    return file;
  };

  const send = async (page: Page, file: string, action: 'rehearse' | 'load') => {
    await page.goto('/imports/new');
    await page.getByLabel('Which system').selectOption('corporate-crm');
    await page.locator(`#${action}`).check();
    await page.locator('#file').setInputFiles(file);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/\/imports\/\d+$/);
  };
  /** Does what waits, and lets the figures follow. */
  const perform = async () => {
    await performJobs(site.product);
    await site.product.carryOut();
  };
  const received = async (page: Page): Promise<number> => {
    await page.goto(QUARTER);
    return Number((await figureOn(page, 'RECEIVED')).value);
  };
  const undo = async (page: Page, reason: string) => {
    await page.getByLabel('Why?').fill(reason);
    await page.getByRole('button', { name: 'Undo the import' }).click();
  };
  const shot = (page: Page, name: string) =>
    SCREENSHOTS === null
      ? undefined
      : page.screenshot({ path: path.join(SCREENSHOTS, `imports-${name}.png`), fullPage: true });

  it.each([true, false])(
    'rehearse a dirty file, load it, correct its quarantined row, and undo it, as the dashboard’s figure follows (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('ada', { hasScript });
      const before = await received(page);
      await send(page, await dirtyFile(), 'rehearse');
      expect(await page.locator('h1').innerText()).toMatch(/^May \d\.csv/);
      // Axe is a script.
      if (hasScript) expect(await axeViolations(page)).toEqual([]);
      await shot(page, `waiting-${hasScript}`);
      await perform();
      // With a script the page follows by itself; without, by a refresh of the browser's own.
      await page.getByText('This was a rehearsal').waitFor({ timeout: 20_000 });
      expect(await page.locator('.import-counts').innerText()).toMatch(/Quarantined\s+1/);
      expect(await page.locator('main').innerText()).toContain('RECEIVED_UNREADABLE');
      if (hasScript) expect(await axeViolations(page)).toEqual([]);
      await shot(page, `rehearsed-${hasScript}`);

      const rehearsal = page.url();
      expect(await received(page)).toBe(before);
      await page.goto(rehearsal);
      await page.getByRole('button', { name: 'Load this file' }).click();
      await page.waitForURL((url) => url.href !== rehearsal && /\/imports\/\d+$/.test(url.pathname));
      await page.goto('/help');
      await perform();
      await page.goto('/services');
      const note = page.locator('.notes a', { hasText: ': loaded' });
      expect(await note.innerText()).toMatch(/^May \d\.csv: loaded 2 of 3 rows, 1 quarantined$/);
      await shot(page, `told-${hasScript}`);
      await note.click();
      expect(await page.locator('h1').innerText()).toContain('Done');
      expect(await note.count()).toBe(0);
      const job = page.url();
      expect(await received(page)).toBe(before + PLACED);

      await page.goto(job);
      await page.getByRole('link', { name: 'See the quarantined rows' }).click();
      await page.locator('main a', { hasText: /^May \d\.csv, line 4$/ }).click();
      await page.getByLabel('Date Received').fill('04/05/2024 09:09');
      await page.locator('#reason').fill('The letter is dated');
      await page.getByRole('button', { name: 'Correct the row' }).click();
      await page.waitForURL(/done=correct/);
      await site.product.carryOut();
      expect(await received(page)).toBe(before + RECEIVED.length);

      await page.goto(job);
      await page.getByRole('link', { name: 'See or undo this import' }).click();
      await page.getByRole('button', { name: 'Undo the import' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Say why');
      if (hasScript) expect(await axeViolations(page)).toEqual([]);
      await shot(page, `undo-${hasScript}`);
      await undo(page, 'The wrong month');
      // The correction stands on it, and has to go first.
      expect(await page.getByRole('alert').innerText()).toContain('a correction to May');
      const run = page.url().replace(/\/undo$/, '');
      await page.goto('/imports/ledger');
      await page.locator('tbody tr', { hasText: 'a row corrected' }).first().locator('a').click();
      await undo(page, 'The wrong month');
      await page.waitForURL(/\/imports\/\d+$/);
      await site.product.carryOut();
      expect(await received(page)).toBe(before + PLACED);
      await page.goto(run);
      await undo(page, 'The wrong month');
      await page.waitForURL(/\/imports\/\d+$/);
      await site.product.carryOut();
      expect(await received(page)).toBe(before);
      await page.goto('/imports/ledger');
      expect(await page.locator('tbody tr').first().innerText()).toContain('Undone');
      await context.close();
      const auditor = await as('aud', { hasScript });
      await auditor.page.goto('/audit?actor=ada');
      const log = await auditor.page.getByRole('table', { name: 'Audit log' }).innerText();
      for (const said of ['Sent a file to rehearse', 'Loaded a kept file', 'Undid an import'])
        expect(log).toContain(said);
      expect(log).toContain(`job/${job.split('/').at(-1)}`);
      await auditor.context.close();
    },
    300_000,
  );

  it('say what a file is that is no extract, keep what was chosen, and cancel what waits', async () => {
    const { page, context } = await as('ada');
    await page.goto('/imports/new');
    await page.locator('#load').check();
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/Choose the system[\s\S]*Choose the file/);
    expect(await page.locator('#load').isChecked()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'form-refused');
    await send(page, path.join(ROOT, 'demo', 'extracts', 'ombudsman-register.xlsx'), 'load');
    await perform();
    await page.reload();
    expect(await page.locator('.lost').innerText()).toMatch(/workbook/i);
    await shot(page, 'refused');
    const empty = path.join(folder, 'empty.csv');
    await writeFile(empty, '');
    await page.goto('/imports/new?source=adults');
    await page.locator('#file').setInputFiles(empty);
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('empty');
    // The session ends while the form is open: back after signing in, with what was chosen, and nothing in the spool.
    const { spoolFolder } = site.product.settings.imports;
    const spooled = await readdir(spoolFolder);
    await page.goto('/imports/new?source=adults');
    await page.locator('#load').check();
    await page.locator('#file').setInputFiles(await dirtyFile());
    await context.clearCookies();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('a[href*="person=ada"]').click();
    await page.waitForURL('**/imports/new?*');
    expect(await page.locator('#late').innerText()).toContain('Choose the file again');
    expect([await page.inputValue('#source'), await page.locator('#load').isChecked()]).toEqual([
      'adults',
      true,
    ]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await readdir(spoolFolder)).toEqual(spooled);
    await send(page, await dirtyFile(), 'load');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('h1').innerText()).toContain('Cancelled');
    await context.close();
  }, 120_000);

  it('are for admins alone, take no form of another session, and fit a phone', async () => {
    const { page, context } = await as('ana');
    for (const address of [
      '/imports',
      '/imports/new',
      '/imports/1',
      '/imports/ledger/1',
      '/imports/vanished',
    ])
      expect((await page.goto(address))?.status()).toBe(403);
    expect(await page.locator('nav a[href="/imports"]').count()).toBe(0);
    await context.close();
    const ada = await as('ada', { width: 360 });
    for (const address of [
      '/imports',
      '/imports/new',
      '/imports/ledger',
      '/imports/ledger/1',
      '/imports/vanished',
    ]) {
      expect((await ada.page.goto(address))?.status()).toBe(200);
      expect([address, await overflow(ada.page), await axeViolations(ada.page)]).toEqual([address, 0, []]);
      await shot(ada.page, `360${address.replaceAll('/', '-')}`);
    }
    const body = new FormData();
    body.set('formToken', 'another');
    body.set('file', new Blob(['a']), 'a.csv');
    const cookie = (await ada.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const foreign = await fetch(`${site.url}/imports/new`, { method: 'POST', headers: { cookie }, body });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('Choose the file again');
    await ada.context.close();
  }, 120_000);
});
