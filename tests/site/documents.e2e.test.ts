import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPerson } from '../../demo/people';
import { emailOf, pdfOf, wordOf } from '../../gateway/documents/testing/files';
import { openBrowser, openPage, SCREENSHOTS, signInAs } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 120_000;
const WIDTHS = [320, 768, 1_280];

const RECORD = `mutation($key: ID!, $input: RecordComplaintInput!) {
  said: recordCorporateComplaint(key: $key, input: $input) { ... on CommandDone { complaint { id } } }
}`;
/** A picture of one point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name: string, buffer: Buffer | string) => ({
  ...{ name, mimeType: 'application/octet-stream' },
  buffer: Buffer.from(buffer),
});
const MAIL = emailOf([
  { name: 'photo.png', content: POINT },
  { name: 'invoice.pdf', content: 'MZ' },
]);

describe('the documents of a complaint', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (person: string, options: { hasScript?: boolean; width?: number } = {}) => {
    const watched = await openPage(browser, { url: site.url, ...options });
    await signInAs(watched.page, person);
    return watched;
  };
  /** The documents' page of a complaint that was received today. */
  async function recorded(): Promise<string> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    const receivedOn = site.product.settings.clock.now().toISOString().slice(0, 10);
    const input = { receivedOn, channel: 'Phone', serviceId: 'refuse-recycling', summary: 'It was missed.' };
    const { data } = await site.product.ask<{ said: { complaint: { id: string } } }>(who, RECORD, {
      ...{ key: randomUUID(), input },
    });
    return `/complaints/${data.said.complaint.id}/documents`;
  }
  const attach = async (page: Page, files: ReturnType<typeof file>[]) => {
    await page.locator('#files').setInputFiles(files);
    await page.getByRole('button', { name: 'Attach' }).click();
  };
  const main = (page: Page) => page.locator('main').innerText();
  const names = (page: Page) => page.locator('.documents__name').allInnerTexts();
  const folder = () => site.product.settings.documents.folder;

  it.each([true, false])(
    'are attached several at once, shown and taken away (with script: %s)',
    async (hasScript) => {
      const at = await recorded();
      const { page, context, complaints } = await as('olu', { hasScript });
      await page.goto(at);
      expect(await main(page)).toContain('Files are not scanned for harmful software here');
      await attach(page, [file('Letter.pdf', pdfOf()), file('mail', MAIL)]);
      expect(await page.locator('#done').innerText()).toBe('3 documents were attached.');
      expect(await names(page)).toEqual(['Letter.pdf', 'mail.eml', 'photo.png']);
      expect(await main(page)).toContain('invoice.pdf: The file is a program, whatever it is called.');
      if (hasScript) expect(await glances(page)).toEqual([]);

      await page.getByRole('link', { name: 'mail.eml', exact: true }).click();
      expect(await page.locator('.document__words').innerText()).toContain('The bin was missed again.');
      if (hasScript) expect(await glances(page)).toEqual([]);
      await page.goto(at);
      await page.getByRole('link', { name: 'photo.png', exact: true }).click();
      const picture = page.locator('.document__picture');
      await picture.scrollIntoViewIfNeeded();
      if (hasScript)
        expect(await picture.evaluate((shown) => 'naturalWidth' in shown && shown.naturalWidth)).toBe(1);

      const got = await page.request.get(
        `${(await page.getByRole('link', { name: 'Download' }).getAttribute('href')) ?? ''}`,
      );
      expect([got.status(), await got.body()]).toEqual([200, POINT]);
      expect(got.headers()).toMatchObject({
        ...{
          'content-disposition': "attachment; filename*=UTF-8''photo.png",
          'x-content-type-options': 'nosniff',
        },
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      });
      expect(complaints).toEqual([]);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it(
    'are refused one by one with the reason, and what is sent twice is attached once',
    async () => {
      const at = await recorded();
      const { page, context } = await as('olu');
      await page.goto(at);
      const macros = wordOf([{ name: 'word/vbaProject.bin', content: 'x' }]);
      await attach(page, [file('Good.pdf', pdfOf()), file('Bad.docx', macros)]);
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(
        'Bad.docx was not attached. The file holds macros',
      );
      expect(await names(page)).toEqual(['Good.pdf']);
      expect(await glances(page)).toEqual([]);
      await page.goto(at);
      await page.getByRole('button', { name: 'Attach' }).click();
      expect(await main(page)).toContain('Choose the files that you want to attach.');

      await page.goto(at);
      const fields = await page
        .locator('form[enctype] input[type=hidden]')
        .evaluateAll((inputs) =>
          inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
        );
      const again = { ...Object.fromEntries(fields), files: file('Twice.pdf', pdfOf('/Twice true')) };
      for (const _ of [1, 2]) expect((await page.request.post(at, { multipart: again })).ok()).toBe(true);
      await page.goto(at);
      expect(await names(page)).toEqual(['Good.pdf', 'Twice.pdf']);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it(
    'are read by nobody else, and not at all once their file is another',
    async () => {
      const at = await recorded();
      const { page, context } = await as('olu');
      await page.goto(at);
      await attach(page, [file('Canary.txt', 'Canarywords')]);
      const content = await page.getByRole('link', { name: /^Download/ }).getAttribute('href');
      for (const person of ['ana', 'hana']) {
        const other = await as(person);
        const list = await other.page.goto(at);
        expect([200, 403]).toContain(list?.status());
        expect(await main(other.page)).not.toContain('Canary');
        expect([403, 404]).toContain((await other.page.request.get(`${content}`)).status());
        await other.context.close();
      }
      for (const name of await readdir(folder())) {
        const held = path.join(folder(), name);
        if ((await readFile(held, 'utf8')) === 'Canarywords') await writeFile(held, 'Changed');
      }
      expect((await page.request.get(`${content}`)).status()).toBeGreaterThanOrEqual(500);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it(
    'stand on pages of every width',
    async () => {
      const at = await recorded();
      for (const width of WIDTHS) {
        const { page, context } = await as('olu', { width });
        await page.goto(at);
        if (width === WIDTHS[0])
          await attach(page, [
            file(`${'A very long name '.repeat(8)}.pdf`, pdfOf()),
            file('mail', MAIL),
            file('Bad.pdf', 'MZ'),
          ]);
        if (SCREENSHOTS !== null)
          await page.screenshot({ path: path.join(SCREENSHOTS, `documents-${width}.png`), fullPage: true });
        expect(await glances(page)).toEqual([]);
        await page.getByRole('link', { name: 'mail.eml', exact: true }).click();
        await page.setViewportSize({ width, height: 900 });
        if (SCREENSHOTS !== null)
          await page.screenshot({ path: path.join(SCREENSHOTS, `document-${width}.png`), fullPage: true });
        expect(await glances(page)).toEqual([]);
        await context.close();
      }
    },
    JOURNEY_MILLIS,
  );
});
