import type { Browser, Page } from 'playwright-core';
import { demonstrationPerson } from '../../demo/people';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 180_000;

const WIDTHS = [320, 768, 1280];

/** Takes pictures of a page at each width, where they are wanted. */
async function pictures(page: Page, stream: string): Promise<void> {
  if (SCREENSHOTS === null) return;
  const step = new URL(page.url()).pathname.split('/').at(-1);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: `${SCREENSHOTS}/recording-${stream}-${step}-${width}.png`,
      fullPage: true,
    });
  }
}

const OLU = demonstrationPerson({ role: 'officer', subject: 'olu' });
/** The demonstration's calls are of 2021. */
const CALLS = `{
  calls: callsToDealWith(from: "2021-01-01", first: 20) { edges { node { id offeredOn } } }
}`;
const BECAME = 'query($id: ID!) { call: telephoneCall(id: $id) { outcomes { kind } } }';
interface Became {
  readonly call: { readonly outcomes: readonly { readonly kind: string }[] };
}
interface Calls {
  readonly calls: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly offeredOn: string };
    }[];
  };
}

/** What a stream alone is asked, and how it is answered. */
const OWN: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  CORPORATE: async () => {},
  ADULTS: (page) => page.locator('#provider').fill('A made-up home'),
  CHILDRENS: async (page) => {
    await page.locator('#childAgeBand').fill('10-15');
    await page.getByLabel('No', { exact: true }).check();
  },
  SCHOOLS: (page) => page.locator('#schoolName').fill('A made-up school'),
};

describe('recording a complaint on the site', () => {
  let site: TestSite;
  let browser: Browser;
  const taken = new Set<string>();

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
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click();
  const at = (page: Page, step: string) => page.waitForURL(new RegExp(`/casework/record/[^/]+/${step}$`));
  /** The product stands on a day of its own, which pages do not know. */
  async function typeReceived(page: Page): Promise<void> {
    const [year = '', month = '', day = ''] = site.product.settings.clock.now().toISOString().split(/[-T]/);
    for (const [part, value] of Object.entries({ day, month, year }))
      await page.locator(`[name="receivedOn-${part}"]`).fill(value);
  }
  /** What became of a call, once that has come round. */
  async function becameOf(call: string): Promise<string[]> {
    await site.product.carryOut();
    const { data } = await site.product.ask<Became>(OLU, BECAME, { id: call });
    return data.call.outcomes.map(({ kind }) => kind);
  }
  const on = (page: Page) => press(page, 'Save and go on');

  /** Begins of a letter that came today. */
  async function ofLetter(page: Page): Promise<void> {
    await page.goto('/casework');
    await page.locator('main a[href="/casework/record"]').click();
    await press(page, 'Begin');
    await at(page, 'came');
    await page.locator('#channel').selectOption('Letter');
    await typeReceived(page);
  }
  /** Begins of the call that has waited longest; its id. What it is about, the team finds out. */
  async function ofCall(page: Page): Promise<string> {
    const { data } = await site.product.ask<Calls>(OLU, CALLS);
    const call = data.calls.edges.map(({ node }) => node).find(({ id }) => !taken.has(id));
    if (call === undefined) throw new Error('No call waits');
    taken.add(call.id);
    await page.goto(`/casework/record?call=${encodeURIComponent(call.id)}`);
    await press(page, 'Begin with this call');
    await at(page, 'came');
    expect(await page.locator('#channel').inputValue()).toBe('Phone');
    expect(await page.locator('[name="receivedOn-year"]').inputValue()).toBe(call.offeredOn.slice(0, 4));
    return call.id;
  }

  /** Answers every step from the first up to what is complained of. */
  async function upToWhat(page: Page, stream: string, look: () => Promise<void> = async () => {}) {
    await look();
    await on(page);
    await at(page, 'kind');
    await look();
    await page.locator('input[value="COMPLAINT"]').check();
    await on(page);
    await at(page, 'stream');
    await page.locator(`input[value="${stream}"]`).check();
    await on(page);
    await at(page, 'who');
    await look();
    await page.locator('#complainant-surname').fill('Madeup');
    await page.locator('#complainant-telephone').fill('0161 496 0000');
    await on(page);
    await at(page, 'others');
    await look();
    await on(page);
    await at(page, 'what');
  }

  it.each([
    ['CORPORATE', true],
    ['ADULTS', false],
    ['CHILDRENS', true],
    ['SCHOOLS', false],
  ] as const)(
    'makes a call a complaint of %s, step by step (with script: %s)',
    async (stream, hasScript) => {
      const { page, context, complaints } = await as('olu', hasScript);
      const seen: string[] = [];
      // Without script axe cannot run, and every stream has the same steps but one.
      const look = async () => {
        if (hasScript) seen.push(...(await glances(page)));
        await pictures(page, stream);
      };
      const call = await ofCall(page);
      await upToWhat(page, stream, stream === 'CORPORATE' ? look : undefined);
      await OWN[stream]?.(page);
      await look();
      await page.locator('#serviceId').fill('no such service');
      await page.locator('#summary').fill('It was promised for Monday, and nobody came.');
      await on(page);
      await page.locator('.govuk-error-summary').waitFor();
      expect(await main(page)).toContain('No service has these words in its name');
      await page.locator('#serviceId').fill('');
      await on(page);
      await at(page, 'check');
      await look();
      expect(await main(page)).toContain('Last name: Madeup');
      expect(await main(page)).toContain('No service is named');
      await press(page, 'Record it');
      await page.waitForURL(/\/complaints\/.*did=1/);
      expect(await page.locator('#did').innerText()).toBe('Done');
      expect(await page.locator('.stands__next a').first().innerText()).toBe('Acknowledge it');
      await page.goto(`/casework/record?call=${encodeURIComponent(call)}`);
      expect(await main(page)).toContain('You have none');
      expect(await becameOf(call)).toEqual(['COMPLAINT']);
      await context.close();
      expect([...seen, ...complaints.filter((each) => !/status of 40[09]/.test(each))]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it(
    'steers what is no complaint elsewhere, and lets go of the draft',
    async () => {
      const { page, context } = await as('cora');
      await page.goto('/casework/record');
      await press(page, 'Begin');
      await at(page, 'came');
      await press(page, 'Is it a complaint?');
      await at(page, 'kind');
      await page.locator('input[value="INSURANCE"]').check();
      await on(page);
      await at(page, 'elsewhere');
      expect(await main(page)).toContain('insurance team decides');
      const seen = await glances(page);
      await page.locator('main').getByRole('button', { name: 'Remove the draft' }).click();
      await at(page, 'remove');
      seen.push(...(await glances(page)));
      await press(page, 'Remove it');
      await page.waitForURL(/removed=yes/);
      expect(await main(page)).toContain('Nothing was recorded');
      await context.close();
      expect(seen).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  it(
    'loses nothing to a second tab, a lost connection, an ended session or the back button, and records once',
    async () => {
      const { page, context } = await as('olu');
      await ofLetter(page);
      await upToWhat(page, 'CORPORATE');
      const other = await context.newPage();
      await other.goto(page.url());
      await page.locator('#summary').fill('Of the first tab.');
      await press(page, 'Save, and go on later');
      await page.waitForURL(/\/casework\/record$/);

      await other.locator('#summary').fill('Of the second tab.');
      await on(other);
      await other.locator('#apart-1').waitFor();
      expect(await main(other)).toContain('Of the first tab.');
      expect(await other.locator('#summary').inputValue()).toBe('Of the second tab.');
      expect(await glances(other)).toEqual([]);

      await context.setOffline(true);
      await other.locator('#summary').fill('Of both tabs.');
      await on(other);
      await other.locator('[data-lost]').waitFor();
      await context.setOffline(false);
      expect(await other.locator('#summary').inputValue()).toBe('Of both tabs.');

      await context.clearCookies();
      await on(other);
      await other.waitForURL(/\/sign-in/);
      await signInAs(other, 'olu', new URL(other.url()).searchParams.get('returnTo') ?? '');
      await press(other, 'Go on with it');
      await at(other, 'check');
      expect(await main(other)).toContain('Of both tabs.');

      await other.locator('main').getByRole('button', { name: 'Record it' }).dblclick();
      await other.waitForURL(/\/complaints\/.*did=1/);
      const became = new URL(other.url()).pathname;
      expect(await other.locator('.entries__entry').count()).toBe(1);
      await other.goBack();
      await other.waitForURL((url) => url.pathname === became);
      await context.close();
    },
    JOURNEY_MILLIS,
  );
});
