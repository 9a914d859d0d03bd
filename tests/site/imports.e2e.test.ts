import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;

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
    const rows = [row(1, '03/05/2024 09:09'), row(2, '02/05/2024 09:09'), row(3, 'unknown'), 'Total,3'];
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
  const perform = () => performJobs(site.product);
  const shot = (page: Page, name: string) =>
    SCREENSHOTS === null
      ? undefined
      : page.screenshot({ path: path.join(SCREENSHOTS, `imports-${name}.png`), fullPage: true });

  it.each([true, false])(
    'rehearse a dirty file, load it without sending it again, tell of it, and undo it (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('ada', { hasScript });
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

      await page.getByRole('button', { name: 'Load this file' }).click();
      await page.waitForURL(/\/imports\/\d+$/);
      await page.goto('/');
      await perform();
      await page.goto('/services');
      const note = page.locator('.notes a', { hasText: ': loaded' });
      expect(await note.innerText()).toMatch(/^May \d\.csv: loaded 2 of 3 rows, 1 quarantined$/);
      await shot(page, `told-${hasScript}`);
      await note.click();
      expect(await page.locator('h1').innerText()).toContain('Done');
      expect(await note.count()).toBe(0);
      expect(await page.locator('a[href^="/data-quality/quarantine?imports="]').count()).toBe(1);

      await page.getByRole('link', { name: 'See or undo this import' }).click();
      await page.getByRole('button', { name: 'Undo the import' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Say why');
      await page.getByLabel('Why?').fill('The wrong month');
      if (hasScript) expect(await axeViolations(page)).toEqual([]);
      await shot(page, `undo-${hasScript}`);
      await page.getByRole('button', { name: 'Undo the import' }).click();
      await page.waitForURL('**/imports');
      await site.product.carryOut();
      await page.goto('/imports/ledger');
      expect(await page.locator('tbody tr').first().innerText()).toContain('Undone');
      await context.close();
    },
    120_000,
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
    await ada.context.close();
  }, 120_000);
});
