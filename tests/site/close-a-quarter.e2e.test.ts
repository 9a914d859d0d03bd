import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { performJobs } from '../../scripts/jobs/perform-jobs';
import { openBrowser, openPage, SCREENSHOTS, signInAs } from '../../scripts/testing/browser';
import { loadedSite, startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { correctedExtract, type Extract, extractsBefore, extractsOfQuarter } from './quarter-extracts';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const REPORT = '/reports/mid-year-progress.2021-22.Q2';
const FUTURE = '14/06/2201';
/** Intake tells how much waits every five seconds, and a machine may do other things. */
const TOLD_MILLIS = 30_000;

const BEFORE_FOLDER = `before-the-quarter-${process.pid}`;
const BEFORE = loadedSite('the systems up to June 2021, and the site', () => extractsBefore(BEFORE_FOLDER));

describe('a quarter', () => {
  jest.setTimeout(START_MILLIS);
  let site: TestSite;
  let browser: Browser;
  let folder: string;
  let olu: Page;
  let ada: Page;
  let failed: string | null = null;
  const seconds: Record<string, number> = {};

  beforeAll(async () => {
    folder = path.relative(os.tmpdir(), await mkdtemp(path.join(os.tmpdir(), 'quarter-')));
    [site, browser] = await Promise.all([startTestSite({ ...UNHURRIED, kept: BEFORE }), openBrowser()]);
    [olu, ada] = [await signedIn('olu'), await signedIn('ada')];
  }, START_MILLIS);
  afterAll(async () => {
    const whole = Object.values(seconds).reduce((sum, each) => sum + each, 0);
    console.table({ ...seconds, 'the whole': Math.round(whole * 10) / 10 });
    await browser?.close();
    await site?.stop();
    for (const each of [folder, BEFORE_FOLDER])
      await rm(path.join(os.tmpdir(), each), { recursive: true, force: true });
  });

  const signedIn = async (person: string): Promise<Page> => {
    const { page } = await openPage(browser, { url: site.url });
    page.setDefaultTimeout(10_000);
    await signInAs(page, person);
    return page;
  };
  /** One step of the team's, timed. Nothing is asserted of how long it took. */
  const step = (name: string, work: () => Promise<void>) =>
    it(name, async () => {
      // Each step builds on the one before.
      if (failed !== null) throw new Error(`Before it failed: ${failed}`);
      const began = performance.now();
      failed = name;
      await work();
      failed = null;
      seconds[name] = Math.round((performance.now() - began) / 100) / 10;
    });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const checksOf = (page: Page) =>
    page
      .locator('[data-check]:has(.state--bad)')
      .evaluateAll((found) => found.map((each) => each.getAttribute('data-check') ?? ''));
  /** Opens the report until nothing of this kind is in the way, or until something is. */
  const untilTold = async (kind: string, isOpen: boolean): Promise<string[]> => {
    const began = performance.now();
    for (;;) {
      await site.product.carryOut();
      await olu.goto(REPORT);
      const checks = await checksOf(olu);
      if (checks.includes(kind) === isOpen || performance.now() - began > TOLD_MILLIS) return checks;
      await olu.waitForTimeout(500);
    }
  };
  const send = async ([source, file]: Extract) => {
    await ada.goto('/imports/new');
    await ada.getByLabel('Which system').selectOption(source);
    await ada.locator('#load').check();
    await ada.locator('#file').setInputFiles(file);
    await press(ada, 'Send');
    await ada.waitForURL(/\/imports\/\d+$/);
    await performJobs(site.product);
    await site.product.carryOut();
    // The page follows its run by itself.
    await ada.locator('.import-counts').waitFor();
    expect(await ada.locator('h1').innerText()).toContain('Done');
  };
  /** The page of what is in the way of the report, by the link beside the check. */
  const followFaults = async (page: Page) => {
    await page.goto(REPORT);
    await page.locator('[data-check="OPEN_FAULTS"] a').click();
    await page.waitForURL(/\/data-quality\/before-report/);
  };
  const partsOf = (page: Page) =>
    page
      .locator('[data-part]')
      .evaluateAll((parts) =>
        parts.map((part) => [
          part.getAttribute('data-part'),
          [...part.querySelectorAll('[data-count]')].reduce(
            (sum, each) => sum + Number(each.getAttribute('data-count')),
            0,
          ),
        ]),
      );
  const hrefsOf = (links: Locator): Promise<string[]> =>
    links.evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''));
  const decide = async (page: Page, reason: string, button: string) => {
    await page.locator('#reason').fill(reason);
    await press(page, button);
  };
  /** Its acknowledgement says when it was received; that no route is written may remain. */
  const correctDay = async (day: Locator) => {
    await day.fill('05/04/2019');
    await decide(olu, 'Acknowledged on 8 April 2019', 'Correct the row');
    const remaining = olu.locator('[name="acceptFaults"]');
    await olu.locator('#done, .accept').first().waitFor();
    for (const fault of await remaining.all()) await fault.check();
    if ((await remaining.count()) > 0) await press(olu, 'Correct the row');
  };
  const picture = async (page: Page, name: string) => {
    if (SCREENSHOTS !== null) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  };

  step('olu begins the report, which says that the records end before the quarter does', async () => {
    await olu.goto('/reports');
    await olu.getByLabel('Report', { exact: true }).selectOption('mid-year-progress');
    await olu.getByLabel('Financial year').selectOption('2021-22');
    await olu.getByLabel('Up to').selectOption('Q2');
    await press(olu, 'Begin');
    expect(new URL(olu.url()).pathname).toBe(REPORT);
    expect(await checksOf(olu)).toContain('RECORDS_END_BEFORE');
    await picture(olu, 'quarter-begun');
  });

  step('ada sends the extract of each system, and follows each run', async () => {
    for (const extract of await extractsOfQuarter(folder)) await send(extract);
  });

  step('the report says what is in the way', async () => {
    const checks = await untilTold('OPEN_FAULTS', true);
    expect(checks).not.toContain('RECORDS_END_BEFORE');
    expect(checks).toEqual(expect.arrayContaining(['OPEN_FAULTS', 'COMMENTARY_MISSING', 'FIGURES_MOVED']));
    await picture(olu, 'quarter-in-the-way');
    await followFaults(olu);
    await picture(olu, 'quarter-before-report');
    // What speaks of years before is in nobody's way.
    expect(await partsOf(olu)).toEqual(
      expect.arrayContaining([
        ['rows', 12],
        ['faults', 3],
        ['words', 1],
      ]),
    );
  });

  step('olu corrects the row whose day is known, and dismisses those that are none', async () => {
    for (const list of await hrefsOf(olu.locator('[data-part="rows"] a'))) {
      await olu.goto(list);
      for (const row of await hrefsOf(olu.locator('tbody th a'))) {
        await olu.goto(row);
        const day = olu.getByLabel('Date Received');
        if ((await day.count()) === 1 && (await day.inputValue()) === FUTURE) await correctDay(day);
        else await decide(olu, 'A test record', 'It need not be counted');
        await olu.waitForURL(/done=(correct|dismiss)/);
      }
    }
  });

  step('ada says what the unknown word means', async () => {
    await followFaults(ada);
    await ada.locator('[data-part="words"] a').click();
    await ada.locator('select[name="meaning"]').selectOption({ label: 'Greenspace' });
    await ada.locator('#from').fill('1');
    await ada.locator('#from-month').fill('4');
    await ada.locator('#from-year').fill('2021');
    await ada.locator('#reason').fill('Its fountains are in parks');
    await press(ada, 'Say so');
    await ada.getByText('has its meaning').waitFor();
  });

  step('olu confirms the copy', async () => {
    await followFaults(olu);
    await olu.locator('[data-part="faults"] a', { hasText: 'Two rows, one reference' }).click();
    await olu.getByRole('link', { name: 'Decide on the copy' }).click();
    await decide(olu, 'The same letter', 'It is a copy');
    await olu.locator('dd', { hasText: 'Confirmed as a copy' }).waitFor();
  });

  step('the system names the parents that it lacked, and its next extract ends those faults', async () => {
    await site.product.carryOut();
    await followFaults(olu);
    expect(await partsOf(olu)).toEqual(expect.arrayContaining([['faults', 2]]));
    await olu.locator('[data-part="faults"] a').click();
    expect(await olu.locator('tbody').innerText()).toContain('the next extract brings it');
    await send(await correctedExtract(folder, 1));
    expect(await untilTold('OPEN_FAULTS', false)).not.toContain('OPEN_FAULTS');
  });

  step('olu looks at the signals of the quarter, and says what was found out', async () => {
    await olu.goto('/signals');
    await olu.getByLabel('Period').selectOption({ label: 'Up to Q2 2021-22' });
    await press(olu, 'Show');
    expect(await olu.locator('.signals__sentence').allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Stage 2 complaints of Services to Place .+ rose to 54/),
      ]),
    );
    await olu
      .getByRole('link', { name: /^Say what was found out.*Stage 2 complaints of Services/ })
      .first()
      .click();
    await olu.locator('#text').fill('Collections changed their days in April.');
    await olu.getByLabel('How far it has come').selectOption('Explained');
    await press(olu, 'Keep it');
    await olu.getByText('What you found out is kept').waitFor();
  });

  step('olu writes what is asked, and looks at the figures that moved', async () => {
    await olu.goto(REPORT);
    const ways = olu.locator('[data-check="COMMENTARY_MISSING"] a');
    for (const section of await hrefsOf(ways)) {
      await olu.goto(section);
      await olu.getByLabel('What is to be said').fill('More came, and **more were answered in time**.');
      await press(olu, 'Save');
      await olu.locator('.govuk-inset-text[role="status"]').waitFor();
    }
    await olu.goto(REPORT);
    expect(await checksOf(olu)).toEqual(['FIGURES_MOVED']);
    await press(olu, 'I have looked at these figures');
    await olu.waitForURL((url) => url.pathname === REPORT);
    expect(await checksOf(olu)).toEqual([]);
    await picture(olu, 'quarter-ready');
  });

  step('olu freezes it without a reason, and takes it away', async () => {
    await press(olu, 'Freeze this report');
    expect(await olu.getByLabel('Why it is frozen all the same').count()).toBe(0);
    await press(olu, 'Freeze it');
    expect(await olu.locator('.govuk-inset-text[role="status"]').innerText()).toContain('Frozen');
    const cells = await olu.locator('#table-corporate tbody tr').first().locator('td').allInnerTexts();
    // Two records were added to the demonstration's.
    expect(cells.map((text) => text.trim())).toEqual(['178', '132', '55', '69', '124', '79', '55']);
    for (const [name, begins] of [
      ['Word', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      const download = olu.waitForEvent('download');
      await olu.locator('.files').getByRole('link', { name }).click();
      const file = await readFile(await (await download).path());
      expect(file.subarray(0, begins.length).toString()).toBe(begins);
    }
    await picture(olu, 'quarter-frozen');
  });
});
