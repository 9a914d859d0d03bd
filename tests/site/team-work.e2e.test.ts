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
  said: recordCorporateComplaint(key: $key, input: $input) { ... on CommandDone { complaint { id reference } } }
}`;

describe('the work of a team', () => {
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
  const today = () => site.product.settings.clock.now().toISOString().slice(0, 10);
  async function recorded(count: number): Promise<void> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    for (let number = 0; number < count; number += 1) {
      const input = {
        ...{ receivedOn: today(), channel: 'Phone', serviceId: 'refuse-recycling', theme: 'Delay' },
        ...{ summary: 'The bin was not emptied.', points: [], parties: [] },
      };
      await site.product.ask(who, RECORD, { key: randomUUID(), input });
    }
  }
  const press = (page: Page, name: string | RegExp) =>
    page.locator('main').getByRole('button', { name }).first().click();
  const main = (page: Page) => page.locator('main').innerText();
  const seen: string[] = [];
  // Without script axe cannot run: the same pages are looked at with it.
  async function look(page: Page, name: string, hasScript: boolean): Promise<void> {
    if (!hasScript) return;
    seen.push(...(await glances(page)));
    if (SCREENSHOTS === null) return;
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/team-${name}-${width}.png`, fullPage: true });
    }
  }

  it.each([true, false])(
    'is given to somebody together, after a look at what would happen (with script: %s)',
    async (hasScript) => {
      await recorded(3);
      const { page, context, complaints } = await as('olu', hasScript);
      await page.goto('/casework?list=UNASSIGNED&stream=CORPORATE');
      await look(page, 'list', hasScript);
      await press(page, 'Show what would happen');
      expect(await main(page)).toContain('Tick at least one complaint of the list.');
      await page.goto('/casework?list=UNASSIGNED&stream=CORPORATE');
      await page.getByRole('link', { name: 'Tick all on this page' }).click();
      const ticked = await page.locator('input[name="complaint"]:checked').count();
      expect(ticked).toBeGreaterThan(2);
      await page.locator('input[name="complaint"]').first().uncheck();
      await press(page, 'Show what would happen');
      expect(await main(page)).toContain('Name somebody, or choose a group.');
      await page.locator('#to').fill('cora');
      await press(page, 'Show what would happen');
      const words = `${ticked - 1} complaints`;
      expect(await main(page)).toContain('Nothing has been done yet.');
      await look(page, 'preview', hasScript);
      await press(page, new RegExp(`Give ${words} to`));
      await page.locator('#did').waitFor();
      expect(await page.locator('#did').innerText()).toMatch(new RegExp(`^${words} given to Cora`));
      await look(page, 'given', hasScript);
      await page.getByRole('link', { name: 'Go on with the list' }).click();
      expect(await page.locator('input[name="complaint"]').count()).toBe(1);
      await context.close();
      expect(complaints.filter((each) => !/status of 400/.test(each))).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it('has pages that everybody can use', () => {
    expect(seen).toEqual([]);
  });
});
