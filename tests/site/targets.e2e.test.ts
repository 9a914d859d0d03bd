import type { Browser, Page } from 'playwright-core';
import { setTargets } from '../../scripts/product/demonstration-targets';
import { openBrowser, openPage, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 120_000;

describe('targets', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
    // As a start does it; twice, which sets them once.
    for (const _ of [1, 2]) await setTargets(site.product.settings, site.product.url);
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
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

  it(
    'judge the dashboard in words, and are read but not set by an analyst',
    async () => {
      const { page, context } = await as('ana');
      await page.goto('/?years=2021-22');
      expect(await main(page)).toMatch(/(Green|Amber|Red): .*90 %/);
      await page.goto('/targets');
      expect(await main(page)).toContain('At least 90 %');
      expect(await main(page)).not.toContain('Set a target');
      await page.getByRole('link', { name: /Share answered in time of Stage 1 in 2021-22/ }).click();
      expect(await main(page)).toContain('Made up for the demonstration');
      expect(await glances(page)).toEqual([]);
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it.each([true, false])(
    'are set, changed by two people and ended, and nothing that was typed is lost (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('olu', hasScript);
      const year = hasScript ? '2022-23' : '2023-24';
      await page.goto('/targets/new');
      await page.locator('[name="measure"]').selectOption('OVERDUE');
      await page.locator('[name="stream"]').selectOption('CORPORATE');
      await fill(page, { financialYear: '2022', value: '12', tolerance: '3', source: 'Management team' });
      await press(page, 'Save');
      expect(await main(page)).toContain('Write the year as 2021-22.');
      expect(await page.locator('[name="source"]').inputValue()).toBe('Management team');
      expect(await glances(page)).toEqual([]);
      await fill(page, { financialYear: year });
      await press(page, 'Save');
      expect(await main(page)).toContain('At most 12');

      const open = async ({ page: opened }: Pick<Watched, 'page'>) => {
        await opened.goto('/targets');
        await opened.getByRole('link', { name: `Overdue of Corporate in ${year}` }).click();
      };
      const other = await as('ada', hasScript);
      await Promise.all([open({ page }), open(other)]);
      await fill(other.page, { value: '10', source: 'Scrutiny' });
      await press(other.page, 'Save');
      await fill(page, { value: '15', source: 'Cabinet' });
      await press(page, 'Save');
      expect(await main(page)).toContain('because of “Scrutiny”');
      expect(await page.locator('[name="value"]').inputValue()).toBe('15');
      await press(page, 'Save');
      expect(await main(page)).toContain('At most 15');

      await open({ page });
      expect(await glances(page)).toEqual([]);
      await page.getByRole('link', { name: 'End this target' }).click();
      await press(page, 'End it');
      expect(await main(page)).toContain('Say why');
      await fill(page, { reason: 'Set by mistake' });
      expect(await glances(page)).toEqual([]);
      await press(page, 'End it');
      expect(await main(page)).toContain('Ended');
      await Promise.all([context.close(), other.context.close()]);
    },
    JOURNEY_MILLIS,
  );
});
