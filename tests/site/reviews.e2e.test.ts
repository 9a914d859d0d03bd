import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 180_000;
/** What meetings are about: the field of the form, and what is chosen. */
const ADULTS = ['stream', 'ADULTS'] as const;

describe('review meetings', () => {
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
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`main [name="${name}"]`).fill(value);
  };
  const day = (name: string, [date, month, year]: readonly [string, string, string]) => ({
    ...{ [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year },
  });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const main = (page: Page) => page.locator('main').innerText();
  const figure = (page: Page, label: string) =>
    page.locator(`[data-figure="${label}"]`).first().getAttribute('data-value');
  const plan = async (
    page: Page,
    on: readonly [string, string, string],
    [part, value]: readonly [string, string],
  ): Promise<string> => {
    await page.goto('/reviews/new');
    await page.locator(`[name="${part}"]`).selectOption(value);
    await fill(page, {
      chair: 'Head of complaints',
      attendees: 'Head of adult social care',
      ...day('on', on),
    });
    await press(page, 'Plan it');
    return new URL(page.url()).pathname;
  };
  const agree = async (page: Page, what: string, due: readonly [string, string, string]) => {
    await fill(page, { what, owner: 'Head of adult social care', ...day('due', due) });
    await press(page, 'Write it down');
  };
  // Without script axe cannot run: the same pages are looked at with it.
  const wrongWith = async (page: Page, hasScript: boolean): Promise<string[]> =>
    hasScript ? glances(page) : [];

  it.each([
    [true, ADULTS],
    [false, ['directorate', 'Adult Social Care'] as const],
  ])(
    'go through the backlog, agree, close, and follow what was agreed to the next one (with script: %s)',
    async (hasScript, about) => {
      const { page, context, complaints } = await as('olu', hasScript);
      const seen: string[] = [...(await visit(page, '/reviews')), ...(await visit(page, '/reviews/new'))];
      async function visit(on: Page, address: string): Promise<string[]> {
        await on.goto(address);
        return wrongWith(on, hasScript);
      }
      const first = await plan(page, ['30', '9', '2021'], about);
      expect(await figure(page, 'Closed from 1 April 2021 to 30 September 2021')).toBe('181');
      const open = Number(await figure(page, 'Open'));
      expect(open).toBeGreaterThan(0);
      await page.locator('[data-figure="Open"] a').first().click();
      expect(await page.locator('[data-value]').first().getAttribute('data-value')).toBe(String(open));
      await page.goto(first);

      await agree(page, 'Answer the five oldest', ['31', '9', '2021']);
      expect(await main(page)).toContain('Give the day by which it is to be done as a day');
      expect(await page.locator('[name="what"]').inputValue()).toBe('Answer the five oldest');
      await agree(page, 'Answer the five oldest', ['31', '10', '2021']);
      await agree(page, 'Say weekly what waits for an assessment', ['31', '1', '2022']);
      seen.push(...(await visit(page, `${first}/change`)), ...(await visit(page, `${first}/close`)));
      await fill(page, { notes: 'Two wait for a panel.' });
      await press(page, 'Close the meeting');
      expect(await main(page)).toContain('The agenda stands as it was seen');
      expect(await figure(page, 'Open')).toBe(String(open));
      expect(await main(page)).not.toContain('Write down what was agreed');
      seen.push(...(await visit(page, first)));

      const second = await plan(page, ['16', '12', '2021'], about);
      expect(await figure(page, 'Not done')).toBe('2');
      expect(await figure(page, 'Of these, due before this meeting')).toBe('1');
      expect(await main(page)).toContain('overdue by 46 days');
      expect(await main(page)).toContain('not yet: no records reach it');
      await page.getByRole('link', { name: 'Say weekly what waits for an assessment' }).first().click();
      seen.push(...(await wrongWith(page, hasScript)));
      await page.locator('[name="state"]').selectOption('DONE');
      await fill(page, { result: 'Said each Monday.', ...day('ended', ['4', '10', '2021']) });
      await press(page, 'Save');
      expect(await main(page)).toContain('done 4 October 2021');
      await page.goto(second);
      expect(await figure(page, 'Not done')).toBe('1');
      expect(await figure(page, 'Done or dropped since')).toBe('1');
      if (SCREENSHOTS !== null)
        await page.pdf({ path: `${SCREENSHOTS}/review-meeting.pdf`, preferCSSPageSize: true });
      await press(page, 'Sign out');
      await context.close();
      expect([...seen, ...complaints.filter((each) => !/status of 400|session\/end/.test(each))]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it('are a manager’s to follow and not to close, and nobody else’s', async () => {
    const manager = await as('mark');
    await manager.page.goto('/reviews');
    expect(await main(manager.page)).not.toContain('Plan a meeting');
    const [href] = await manager.page
      .locator('a[href^="/reviews/"]:not([href*="actions"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const [address, status] of [
      [href, 200],
      [`${href}/close`, 404],
      ['/reviews/new', 404],
    ] as const)
      expect((await manager.page.goto(String(address)))?.status()).toBe(status);
    for (const person of ['ana', 'sid', 'aud']) {
      const { page, context } = await as(person);
      expect([person, (await page.goto('/reviews'))?.status()]).toEqual([person, 403]);
      await context.close();
    }
    await manager.context.close();
  });

  it('save a change once where two officers make one, and lose neither', async () => {
    const [one, other] = [await as('olu'), await as('cora')];
    const address = await plan(one.page, ['1', '10', '2021'], ADULTS);
    for (const { page } of [one, other]) await page.goto(`${address}/change`);
    await fill(one.page, { chair: 'Director' });
    await press(one.page, 'Save');
    await fill(other.page, { chair: 'Deputy director' });
    await press(other.page, 'Save');
    expect(await main(other.page)).toContain('By now: Director');
    await press(other.page, 'Save');
    expect(await main(other.page)).toContain('Deputy director');
    await Promise.all([one, other].map(({ context }) => context.close()));
  });
});
