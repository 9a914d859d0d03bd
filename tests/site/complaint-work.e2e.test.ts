import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPerson } from '../../demo/people';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 180_000;

const RECORD = `mutation($key: ID!, $input: RecordComplaintInput!) {
  said: recordCorporateComplaint(key: $key, input: $input) { ... on CommandDone { complaint { id } } }
}`;
const KEEP_AWAY = `mutation($command: ID!, $id: ID!) {
  recordCorporateConflict(command: $command, id: $id, subject: "olu", reason: "Made up") { __typename }
}`;
const OF_A_BIN = {
  ...{ channel: 'Phone', serviceId: 'refuse-recycling', theme: 'Delay', summary: 'The bin was not emptied.' },
  points: ['The bin was not emptied', 'Nobody called back'],
  parties: [{ kind: 'COMPLAINANT', forename: 'Alex', surname: 'Madeup' }],
};

describe('a complaint that is worked on here', () => {
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
    watched.complaints.splice(0);
    return watched;
  };
  /** A complaint that was received today; its page. */
  async function recorded(): Promise<string> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    const receivedOn = site.product.settings.clock.now().toISOString().slice(0, 10);
    const asked = JSON.stringify({ key: randomUUID(), input: { ...OF_A_BIN, receivedOn } });
    const { data } = await site.product.ask<{ said: { complaint: { id: string } } }>(
      who,
      RECORD,
      JSON.parse(asked),
    );
    return `/complaints/${data.said.complaint.id}`;
  }
  const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click();
  /** The product stands on a day of its own, which pages do not know: it is typed where a day is asked for. */
  async function typeToday(page: Page): Promise<void> {
    const [year = '', month = '', day = ''] = site.product.settings.clock.now().toISOString().split(/[-T]/);
    for (const [part, value] of Object.entries({ day, month, year }))
      for (const field of await page.locator(`main input[name$="-${part}"]`).all()) await field.fill(value);
  }
  const main = (page: Page) => page.locator('main').innerText();
  // Without script axe cannot run: the same pages are looked at with it.
  const wrongWith = async (page: Page, hasScript: boolean): Promise<string[]> =>
    hasScript ? glances(page) : [];

  it.each([true, false])(
    'goes from receipt to an answer and to stage 2 by its forms (with script: %s)',
    async (hasScript) => {
      const at = await recorded();
      const { page, context, complaints } = await as('olu', hasScript);
      const seen: string[] = [];
      const step = async (command: string, name: string, fill: () => Promise<void> = async () => {}) => {
        await page.goto(`${at}/do/${command}`);
        seen.push(...(await wrongWith(page, hasScript)));
        await typeToday(page);
        await fill();
        await press(page, name);
        await page.waitForURL(/did=/);
        expect(new URL(page.url()).pathname).toBe(at);
        expect(await page.locator('#did').innerText()).toBe('Done');
      };
      await page.goto(at);
      expect(await main(page)).toContain('Waits for\nthe central team');
      seen.push(...(await wrongWith(page, hasScript)));
      await step('acknowledge', 'Acknowledge it', () =>
        page.locator('#definition').fill('Three collections were missed.'),
      );
      await step('assign', 'Give it to somebody', () => page.locator('#to').fill('mark'));

      const manager = await as('mark', hasScript);
      await manager.page.goto(`${at}/do/accept`);
      await press(manager.page, 'Take it');
      await manager.page.waitForURL(/did=/);
      expect(await main(manager.page)).toContain('Who has it');
      await manager.context.close();

      await page.goto(`${at}/do/answer`);
      expect(await page.locator('#findings-1-point').inputValue()).toBe('The bin was not emptied');
      seen.push(...(await wrongWith(page, hasScript)));
      await press(page, 'Answer it');
      await page.locator('.govuk-error-summary').waitFor();
      await typeToday(page);
      expect(await main(page)).toContain('Choose what was found of it as a whole.');
      for (const row of [1, 2]) await page.locator(`#findings-${row}-finding`).selectOption('UPHELD');
      await page.getByLabel('Upheld', { exact: true }).check();
      await page.locator('#summary').fill('We were late, and are sorry.');
      await press(page, 'Answer it');
      await page.waitForURL(/did=/);
      expect(await main(page)).toContain('It was answered: upheld.');
      expect(await page.locator('.points').first().innerText()).toContain('Nobody called back: Upheld');
      await step('promise-action', 'Promise an action', async () => {
        await page.locator('#action').fill('Empty it weekly.');
        await page.locator('#owner').fill('mark');
        const due = { day: '1', month: '7', year: '2024' };
        for (const [part, value] of Object.entries(due))
          await page.locator(`[name="dueOn-${part}"]`).fill(value);
      });
      await step('name-causes', 'Name its causes', () => page.getByLabel('It took too long').check());
      await step('escalate', 'Take it to the next stage');
      expect(await main(page)).toContain('Stage 2');
      if (SCREENSHOTS !== null)
        await page.screenshot({ path: `${SCREENSHOTS}/complaint-work.png`, fullPage: true });
      await context.close();
      expect([...seen, ...complaints.filter((each) => !/status of 400/.test(each))]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it(
    'tells one of two tabs what the other did, keeps what was typed, and does nothing twice',
    async () => {
      const at = await recorded();
      const { page, context } = await as('olu');
      const other = await context.newPage();
      await page.goto(`${at}/do/note`);
      await other.goto(`${at}/do/acknowledge`);
      await typeToday(other);
      await press(other, 'Acknowledge it');
      await other.waitForURL(/did=/);
      await page.locator('#note').fill('The complainant called again.');
      await press(page, 'Add a note');
      await page.locator('#meanwhile').waitFor();
      expect(await main(page)).toContain('What happened meanwhile');
      expect(await page.locator('#note').inputValue()).toBe('The complainant called again.');
      await press(page, 'Add a note');
      await page.waitForURL(/did=/);
      expect(await page.locator('#did').innerText()).toBe('Done');
      const entries = await page.locator('.entries__entry').count();
      await page.goto(`${at}/do/note`);
      await page.locator('#note').fill('Pressed twice.');
      await page.locator('main').getByRole('button', { name: 'Add a note' }).dblclick();
      await page.waitForURL(/did=/);
      await page.goto(at);
      expect(await page.locator('.entries__entry').count()).toBe(entries + 1);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it(
    'tells whoever looks what somebody else did, touches nothing that is typed, and ends with what one may see',
    async () => {
      const at = await recorded();
      const { page, context, complaints } = await as('olu');
      const [form, list] = [await context.newPage(), await context.newPage()];
      const said = (on: Page) => on.locator('.live-notice__says:not([hidden])');
      await page.goto(at);
      await list.goto('/casework?list=UNASSIGNED');
      await form.goto(`${at}/do/note`);
      await form.locator('#note').fill('Half a sentence');

      const cora = await as('cora');
      await cora.page.goto(`${at}/do/acknowledge`);
      await typeToday(cora.page);
      await press(cora.page, 'Acknowledge it');
      await cora.page.waitForURL(/did=/);
      await said(page).waitFor();
      expect(await said(page).innerText()).toMatch(
        /^Cora [^:]+: It was acknowledged.* \(\d\d:\d\d\)\. Show$/,
      );
      await said(form).waitFor();
      expect(await said(form).innerText()).toContain('What you typed stays as it is.');
      expect(await form.locator('#note').inputValue()).toBe('Half a sentence');
      const wrong = await glances(page);
      if (SCREENSHOTS !== null) await pictures(page, form);
      await said(page).getByRole('link').click();
      await page.locator('.entries__entry').nth(1).waitFor();
      expect(await said(page).count()).toBe(0);

      await recorded();
      await said(list).waitFor();
      expect(await said(list).innerText()).toMatch(/^\d+ new.* on this page of the list\. Show$/);

      const ada = demonstrationPerson({ role: 'admin', subject: 'ada' });
      await site.product.ask(ada, KEEP_AWAY, { command: randomUUID(), id: at.split('/').at(-1) });
      await said(page).waitFor();
      expect(await said(page).innerText()).toBe('This is not open to you any more.');

      await list.getByRole('button', { name: 'Sign out' }).click();
      const other = await as('cora');
      await other.page.goto(`${at}/do/note`);
      await other.page.locator('#note').fill('Not lost');
      const second = await other.context.newPage();
      await second.goto(at);
      await second.getByRole('button', { name: 'Sign out' }).click();
      await said(other.page).waitFor();
      expect(await said(other.page).innerText()).toContain('You have been signed out.');
      expect(await other.page.locator('#note').inputValue()).toBe('Not lost');
      for (const each of [context, cora.context, other.context]) await each.close();
      expect([...wrong, ...complaints]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  /** How it looks at each width. */
  async function pictures(...pages: Page[]): Promise<void> {
    for (const [place, page] of pages.entries())
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.screenshot({ path: `${SCREENSHOTS}/live-${place}-${width}.png` });
      }
  }
});
