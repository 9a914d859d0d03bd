import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPerson } from '../../demo/people';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';
import { MOUSE } from './journeys-at-work/hands';
import { Keyboard } from './journeys-at-work/keyboard';

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
  const buttonOf = (page: Page, name: string | RegExp) =>
    page.locator('main').getByRole('button', { name }).first();
  const press = (page: Page, name: string | RegExp) => buttonOf(page, name).click();
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
      // With script by the keyboard alone, without it by the mouse.
      const hands = hasScript ? new Keyboard(page) : MOUSE;
      const press = (name: string | RegExp) => hands.click(buttonOf(page, name));
      await page.goto('/casework?list=UNASSIGNED&stream=CORPORATE');
      await look(page, 'list', hasScript);
      await press('Show what would happen');
      expect(await main(page)).toContain('Tick at least one complaint of the list.');
      await page.goto('/casework?list=UNASSIGNED&stream=CORPORATE');
      await hands.click(page.getByRole('link', { name: 'Tick all on this page' }));
      const ticked = await page.locator('input[name="complaint"]:checked').count();
      expect(ticked).toBeGreaterThan(2);
      await hands.untick(page.locator('input[name="complaint"]').first());
      await press('Show what would happen');
      expect(await main(page)).toContain('Name somebody, or choose a group.');
      await hands.write(page.locator('#to'), 'cora');
      await press('Show what would happen');
      const words = `${ticked - 1} complaints`;
      expect(await main(page)).toContain('Nothing has been done yet.');
      await look(page, 'preview', hasScript);
      await press(new RegExp(`Give ${words} to`));
      await page.locator('#did').waitFor();
      expect(await page.locator('#did').innerText()).toMatch(new RegExp(`^${words} given to Cora`));
      await look(page, 'given', hasScript);
      await hands.click(page.getByRole('link', { name: 'Go on with the list' }));
      expect(await page.locator('input[name="complaint"]').count()).toBe(1);
      await context.close();
      expect([...complaints.filter((each) => !/status of 400/.test(each)), ...hands.wrong]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it.each([true, false])(
    'of somebody who is away is handed over, once it is seen what would happen (with script: %s)',
    async (hasScript) => {
      await recorded(2);
      const { page, context, complaints } = await as('olu', hasScript);
      // With script by the keyboard alone, without it by the mouse.
      const hands = hasScript ? new Keyboard(page) : MOUSE;
      const press = (name: string | RegExp) => hands.click(buttonOf(page, name));
      const day = async (name: string, on: string) => {
        for (const [index, part] of ['year', 'month', 'day'].entries())
          await hands.write(page.locator(`[name="${name}-${part}"]`), on.split('-')[index] ?? '');
      };
      await page.goto('/casework?list=UNASSIGNED&stream=CORPORATE&ticked=all');
      await hands.write(page.locator('#to'), 'dana');
      await press('Show what would happen');
      await press(/^Give/);
      await page.goto('/casework/team');
      await look(page, 'team', hasScript);
      await hands.click(page.locator('main a[href="/casework/team/hand-over?from=dana"]'));
      await press('Show what would happen');
      expect(await main(page)).toContain('Say whether they are away or leave.');
      await look(page, 'hand-over', hasScript);
      await hands.write(page.locator('#to'), 'cora');
      await hands.tick(page.getByLabel('They are away for a time'));
      await day('awayFrom', today());
      await day('awayTo', '2024-06-21');
      await hands.write(page.locator('#standsIn'), 'cora');
      await hands.write(page.locator('#reason'), 'On leave.');
      await press('Show what would happen');
      expect(await main(page)).toContain('of dana would go to Cora');
      await look(page, 'hand-over-preview', hasScript);
      await press(/^Hand over/);
      expect(await page.locator('#did').innerText()).toMatch(/complaints? handed over$/);
      await hands.click(page.getByRole('link', { name: 'Go on with the team' }));
      expect(await main(page)).toContain('21 June 2024');
      await look(page, 'team-away', hasScript);
      await hands.click(page.getByRole('link', { name: /Change or end/ }));
      await look(page, 'absence', hasScript);
      await day('to', '2024-06-28');
      await press('Save');
      await page.waitForURL('**/casework/team?did=changed');
      expect(await main(page)).toContain('28 June 2024');
      await hands.click(page.getByRole('link', { name: /Change or end/ }));
      await press('End the absence');
      await page.waitForURL('**/casework/team?did=ended');
      expect(await main(page)).toContain('Nobody, today or later.');
      await context.close();
      expect([...complaints.filter((each) => !/status of 400/.test(each)), ...hands.wrong]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it('is said by a manager of themselves, and groups are made by officers', async () => {
    const manager = await as('mark');
    await manager.page.goto('/casework/team');
    await manager.page.locator('summary', { hasText: 'Record that you are away' }).click();
    for (const [name, on] of [
      ['from', ['3', '6', '2024']],
      ['to', ['7', '6', '2024']],
    ] as const)
      for (const [index, part] of ['day', 'month', 'year'].entries())
        await manager.page.locator(`[name="${name}-${part}"]`).fill(on[index] ?? '');
    await look(manager.page, 'manager', true);
    await press(manager.page, 'Record it');
    await manager.page.waitForURL('**/casework/team?did=away');
    expect(await main(manager.page)).toContain('3 June 2024 to 7 June 2024');
    await manager.context.close();
    const { page, context } = await as('olu');
    await page.goto('/casework/team/groups/new');
    await page.locator('#stream').selectOption('corporate');
    await page.locator('#name').fill('First contact');
    await page.locator('#members').fill('cora\nolu');
    await look(page, 'group', true);
    await press(page, 'Make it');
    await page.waitForURL('**/casework/team?did=group');
    await page.getByRole('link', { name: 'First contact' }).click();
    expect(new URL(page.url()).pathname).toBe('/casework/team/groups/corporate/first-contact');
    await context.close();
  });

  it('begins with calls, of which it is said what became of them', async () => {
    const { page, context } = await as('olu');
    await page.goto('/casework/calls?from=2021-09-01');
    await look(page, 'calls', true);
    const [first, second] = await page.locator('main tbody th a').all();
    const [href, other] = [await first?.getAttribute('href'), await second?.getAttribute('href')];
    await first?.click();
    await press(page, 'Record it');
    expect(await main(page)).toContain('Choose what became of it.');
    await page.getByLabel('They wanted a service').check();
    await page.locator('#note').fill('A new bin, ordered.');
    await look(page, 'call', true);
    await press(page, 'Record it');
    await page.waitForURL('**/casework/calls?did=dealt-with');
    await page.goto('/casework/calls?from=2021-09-01');
    expect(await page.locator('main tbody th a').first().getAttribute('href')).toBe(other);
    await page.goto(href ?? '');
    expect(await main(page)).toContain('A new bin, ordered.');
    await context.close();
  });

  it('has pages that everybody can use', () => {
    expect(seen).toEqual([]);
  });
});
