import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPerson } from '../../demo/people';
import { openBrowser, openPage, SCREENSHOTS, signInAs } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';
import { MOUSE } from './journeys-at-work/hands';
import { Keyboard } from './journeys-at-work/keyboard';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 180_000;
const WIDTHS = [320, 768, 1_280];

const RECORD = `mutation($key: ID!, $input: RecordComplaintInput!) {
  said: recordCorporateComplaint(key: $key, input: $input) { ... on CommandDone { complaint { id } } }
}`;
const OF_A_BIN = {
  ...{ channel: 'Phone', serviceId: 'refuse-recycling', summary: 'The bin was not emptied.' },
  points: ['The bin was not emptied', 'Nobody called back'],
  parties: [
    {
      ...{ kind: 'COMPLAINANT', title: 'Ms', forename: 'Alex', surname: 'Madeup' },
      ...{ address: '1 Any Street\nAnytown', postcode: 'AA1 1AA' },
    },
  ],
};

describe('the letters of a complaint', () => {
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
    watched.complaints.splice(0);
    return watched;
  };
  /** A complaint that was received today; its page. */
  async function recorded(): Promise<string> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    const receivedOn = site.product.settings.clock.now().toISOString().slice(0, 10);
    const { data } = await site.product.ask<{ said: { complaint: { id: string } } }>(who, RECORD, {
      ...{ key: randomUUID(), input: { ...OF_A_BIN, receivedOn } },
    });
    return `/complaints/${data.said.complaint.id}`;
  }
  const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click();
  const main = (page: Page) => page.locator('main').innerText();
  /** The product stands on a day of its own, which pages do not know. */
  async function typeToday(page: Page): Promise<void> {
    const [year = '', month = '', day = ''] = site.product.settings.clock.now().toISOString().split(/[-T]/);
    for (const [part, value] of Object.entries({ day, month, year }))
      for (const field of await page.locator(`main input[name$="-${part}"]`).all()) await field.fill(value);
  }
  const lookAt = async (page: Page, hasScript: boolean, name: string): Promise<string[]> => {
    if (!hasScript) return [];
    const wrong = await glances(page);
    if (SCREENSHOTS === null) return wrong;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: path.join(SCREENSHOTS, `letters-${name}-${width}.png`), fullPage: true });
    }
    return wrong;
  };

  it.each([true, false])(
    'are begun, written, read and sent, and kept as they left (with script: %s)',
    async (hasScript) => {
      const at = await recorded();
      const { page, context, complaints } = await as('olu', { hasScript });
      // With script by the keyboard alone, without it by the mouse.
      const hands = hasScript ? new Keyboard(page) : MOUSE;
      const press = (name: string) => hands.click(page.locator('main').getByRole('button', { name }));
      const wrong: string[] = [];
      await page.goto(at);
      await hands.click(page.getByRole('link', { name: 'Letters', exact: true }));
      wrong.push(...(await lookAt(page, hasScript, 'list')));
      expect(await page.locator('#kind').isChecked()).toBe(true);
      await press('Begin the letter');

      expect(await main(page)).toContain('complaints policy before 1 April 2026, stage 1: acknowledgement');
      expect(await page.locator('#text-DEFINITION').inputValue()).toContain('The bin was not emptied.');
      expect(await page.locator('.letter__address').innerText()).toBe(
        'Ms Alex Madeup\n1 Any Street\nAnytown\nAA1 1AA',
      );
      await hands.write(page.locator('#text-HELP'), 'Call us on <b>any</b> day.');
      wrong.push(...(await lookAt(page, hasScript, 'draft')));
      await press('Save and read it');

      expect(await main(page)).toContain('Call us on <b>any</b> day.');
      expect(await page.locator('article li').allInnerTexts()).toEqual([
        ...['The bin was not emptied', 'Nobody called back'],
      ]);
      await typeToday(page);
      wrong.push(...(await lookAt(page, hasScript, 'read')));
      await press('Record that it is sent');
      expect(await page.locator('#did').innerText()).toContain('It was sent');
      expect(await page.locator('.documents__name').allInnerTexts()).toHaveLength(2);
      wrong.push(...(await lookAt(page, hasScript, 'sent')));
      const pdf = page.locator('.documents__facts a').first();
      const got = await page.request.get((await pdf.getAttribute('href')) ?? '');
      expect((await got.body()).subarray(0, 5).toString()).toBe('%PDF-');

      await hands.click(page.getByRole('button', { name: 'Acknowledge it' }));
      expect(page.url()).toContain('/do/acknowledge');
      await page.goto(at);
      expect(await main(page)).toContain('An acknowledgement was sent by post.');
      expect([...wrong, ...complaints, ...hands.wrong]).toEqual([]);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it(
    'are written by two at once, and nothing typed is lost',
    async () => {
      const at = await recorded();
      const [one, other] = await Promise.all([as('olu'), as('olu')]);
      await one.page.goto(`${at}/letters`);
      await press(one.page, 'Begin the letter');
      await other.page.goto(one.page.url());
      await other.page.locator('#text-HELP').fill('Write to us.');
      await press(other.page, 'Save and read it');
      await one.page.locator('#text-HELP').fill('Call us.');
      await press(one.page, 'Save and read it');
      expect(await main(one.page)).toContain('Somebody wrote of it meanwhile');
      expect(await main(one.page)).toContain('By now: Write to us.');
      expect(await one.page.locator('#text-HELP').inputValue()).toBe('Call us.');
      expect(await glances(one.page)).toEqual([]);
      await press(one.page, 'Save and read it');
      expect(await main(one.page)).toContain('Call us.');
      await Promise.all([one.context.close(), other.context.close()]);
    },
    JOURNEY_MILLIS,
  );
});
