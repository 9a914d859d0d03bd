import type { Browser, Page } from 'playwright-core';
import { planWorkshops } from '../../scripts/product/demonstration-workshops';
import { openBrowser, openPage, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';
import { tabTo } from './journeys';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const JOURNEY_MILLIS = 120_000;

describe('workshops and the administration', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
    // As a start does it; twice, which plans them once.
    for (const _ of [1, 2]) await planWorkshops(site.product.settings, site.product.url);
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
  /** What was decided reaches the streams, and what they tell by it reaches the figures. */
  const settle = async () => {
    const relay = site.product.schemas.relay({
      onFailure: ({ error }) => {
        throw error;
      },
    });
    for (const _ of [1, 2]) await relay.drain();
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const main = (page: Page) => page.locator('main').innerText();

  it.each([true, false])(
    'let somebody book the last seat, and the next move up when it is given up (with script: %s)',
    async (hasScript) => {
      const officer = await as('olu', hasScript);
      await officer.page.goto('/workshops/new');
      await fill(officer.page, { title: `Refresher ${hasScript}`, about: 'A case each.', time: '9.30am' });
      await fill(officer.page, { 'on-day': '10', 'on-month': '7', 'on-year': '2024', minutes: '90' });
      await fill(officer.page, { place: 'Room 2', heldBy: 'Complaints team', seats: 'one' });
      await press(officer.page, 'Plan it');
      expect(await main(officer.page)).toContain('Write how many can come, from 1 to 500.');
      expect(await officer.page.locator('[name="title"]').inputValue()).toBe(`Refresher ${hasScript}`);
      await fill(officer.page, { seats: '1' });
      await press(officer.page, 'Plan it');
      const address = new URL(officer.page.url()).pathname;
      expect(await main(officer.page)).toContain('Wednesday 10 July 2024, 9:30am to 11am');

      const [first, second] = [await as('mark', hasScript), await as('dee', hasScript)];
      await first.page.goto(address);
      expect(await main(first.page)).toContain('1 of 1 seats left');
      await press(first.page, 'Book a place');
      expect(await main(first.page)).toContain('You have a seat.');
      await second.page.goto(address);
      await press(second.page, 'Go on the waiting list');
      expect(await main(second.page)).toContain('You are number 1 on the waiting list.');
      await press(first.page, 'Give up my place');
      await second.page.goto('/workshops');
      expect(await main(second.page)).toContain('You have a seat.');
      await officer.page.goto(`${address}/bookings`);
      expect(await main(officer.page)).toContain('Dee Hargreaves');
      expect(await main(officer.page)).not.toContain('Mark Ellison');
      const watched = [officer, first, second];
      expect(watched.flatMap(({ complaints }) => complaints.filter((each) => !each.includes('400')))).toEqual(
        [],
      );
      await Promise.all(watched.map(({ context }) => context.close()));
    },
    JOURNEY_MILLIS,
  );

  it('can be booked by the keyboard alone', async () => {
    const { page, context } = await as('ana');
    await page.goto('/workshops');
    expect(await tabTo(page, (href) => href.startsWith('/workshops/5b1c2f60'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/workshops/5b1c2f60*');
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.id === 'name')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByText('You have a seat').waitFor();
    await context.close();
  });

  it('save a change once where two officers make one, and lose neither', async () => {
    const [one, other] = [await as('olu'), await as('cora')];
    await one.page.goto('/workshops');
    const href = await one.page.locator('main a[href^="/workshops/5b1c2f60"]').first().getAttribute('href');
    for (const { page } of [one, other]) await page.goto(`${href}/change`);
    await fill(one.page, { place: 'Room 7' });
    await press(one.page, 'Save');
    await fill(other.page, { place: 'Room 9' });
    await press(other.page, 'Save');
    expect(await main(other.page)).toContain('By now: Room 7');
    expect(await other.page.locator('[name="place"]').inputValue()).toBe('Room 9');
    await press(other.page, 'Save');
    expect(await main(other.page)).toContain('Room 9');
    await Promise.all([one, other].map(({ context }) => context.close()));
  });

  it.each([true, false])(
    'count the rows of an unknown closure code once it is mapped (with script: %s)',
    async (hasScript) => {
      const code = `UPH-${hasScript ? 'X' : 'Y'}`;
      const { read } = await site.product.loadText('corporate-crm', rowsWithCode(code));
      expect(read).toBe(3);
      const { page, context } = await as('ada', hasScript);
      const upheld = async () => {
        await page.goto('/complaints?outcomes=UPHELD');
        const total = await page.locator('[data-total]').innerText();
        return Number(total.replaceAll(/\D/g, ''));
      };
      const before = await upheld();
      await page.goto('/administration/words');
      await page.getByRole('link', { name: code, exact: true }).click();
      expect(await page.locator('[name="word"]').inputValue()).toBe(code);
      await press(page, 'Say so');
      expect(await main(page)).toContain('Choose what it means.');
      await page.locator('[name="meaning"]').selectOption('UPHELD');
      await fill(page, { 'from-day': '1', 'from-month': '4', 'from-year': '2018', reason: 'Asked' });
      await press(page, 'Say so');
      expect(await main(page)).toContain(`“${code}” has its meaning`);
      await settle();
      expect(await upheld()).toBe(before + 3);
      await page.goto('/administration/words');
      expect(await page.locator('.open-words').getByRole('link', { name: code, exact: true }).count()).toBe(
        0,
      );
      if (!hasScript) {
        await page.getByRole('link', { name: code, exact: true }).click();
        await fill(page, { why: 'By mistake' });
        await press(page, 'Take it back');
        expect(await main(page)).toContain(`What is recorded with “${code}” is counted by what was decided`);
        await settle();
        expect(await upheld()).toBe(before);
      }
      await context.close();
    },
    JOURNEY_MILLIS,
  );

  it('move due days by a bank holiday that was added, and back once it is retracted', async () => {
    const { page, context } = await as('ada');
    const due = async () => {
      await settle();
      await page.goto('/streams/corporate');
      return main(page);
    };
    const before = await due();
    await page.goto('/administration/calendar?year=2024');
    await fill(page, { 'on-day': '8', 'on-month': '6', 'on-year': '2024', name: 'Jubilee', reason: 'Law' });
    await press(page, 'Add it');
    expect(await main(page)).toContain('is at a weekend');
    await fill(page, { 'on-day': '10' });
    await press(page, 'Add it');
    expect(await main(page)).toContain('Monday 10 June: Jubilee');
    expect(await due()).not.toBe(before);
    await page.goto('/administration/calendar?year=2024');
    await page.getByRole('link', { name: 'Retract Jubilee' }).click();
    await fill(page, { reason: 'By mistake' });
    await press(page, 'Retract it');
    expect(await due()).toBe(before);
    await context.close();
  });

  it('close one calendar alone, say how many limits moved, and take it back', async () => {
    const { page, context } = await as('ada');
    const due = async (stream: string) => {
      await settle();
      await page.goto(`/complaints?streams=${stream}&status=OPEN&view=all`);
      return main(page);
    };
    const before = [await due('CORPORATE'), await due('SCHOOLS')];
    await page.goto('/administration/closed-days?year=2021');
    await page.getByRole('link', { name: 'Corporate complaints' }).click();
    await fill(page, { 'from-day': '29', 'from-month': '10', 'from-year': '2021', name: 'Closed hall' });
    await fill(page, { 'to-day': '22', 'to-month': '9', 'to-year': '2021', reason: 'Building work' });
    await press(page, 'Add them');
    expect(await main(page)).toContain('The last day, 2021-09-22, is before the first, 2021-10-29.');
    await fill(page, { 'from-day': '4', 'from-month': '10', 'to-day': '29', 'to-month': '10' });
    await press(page, 'Add them');
    expect(await main(page)).toContain('4 Oct 2021 to 29 Oct 2021');
    const [corporate, schools] = [await due('CORPORATE'), await due('SCHOOLS')];
    expect([corporate === before[0], schools === before[1]]).toEqual([false, true]);
    await page.goto('/administration/closed-days?calendar=corporate&year=2021&kept=1');
    expect(await main(page)).toMatch(/Kept (One open limit|[1-9]\d* open limits) moved/);
    await page.getByRole('link', { name: 'Take back Closed hall' }).click();
    await fill(page, { reason: 'By mistake' });
    await press(page, 'Take them back');
    expect(await main(page)).toContain('Closed on no day but the bank holidays.');
    expect(await due('CORPORATE')).toBe(before[0]);
    await context.close();
  });

  it('rename a service everywhere, and find it by its former name', async () => {
    const { page, context } = await as('ada');
    await page.goto('/administration/services/libraries');
    await fill(page, { name: 'Libraries & Archives', reason: 'Joined on 1 June' });
    await press(page, 'Save');
    await settle();
    await page.goto('/complaints?services=Libraries');
    expect(await main(page)).toContain('Libraries & Archives');
    await context.close();
  });

  it(
    'have nothing that axe finds, in light and dark, with errors and without, and fit a phone',
    async () => {
      const { page, context } = await as('ada');
      const id = '5b1c2f60-0c4e-4d57-9a61-000000000002';
      const found: string[] = [];
      const look = async (address: string) => {
        found.push(...(await glances(page)).map((problem) => `${address} ${problem}`));
      };
      const workshops = [
        '',
        '/new',
        '/trainings',
        `/${id}`,
        `/${id}/bookings`,
        `/${id}/change`,
        `/${id}/call-off`,
      ];
      const offices = [
        '',
        '/words',
        '/words?kind=service',
        '/services',
        '/services/parking',
        '/directorates/place',
      ];
      const more = [
        ...['/calendar?year=2024', '/calendar/retract?day=2024-12-25', '/roles'],
        ...['/closed-days?year=2024', '/closed-days?calendar=adults'],
        '/closed-days/retract?calendar=schools&from=2024-07-22&to=2024-08-30',
        '/words/decided?id=closure-code%2Fcorporate-crm%2Fuph-x',
      ];
      const addresses = [
        ...workshops.map((address) => `/workshops${address}`),
        ...[...offices, ...more].map((address) => `/administration${address}`),
      ];
      for (const address of addresses) {
        expect([address, (await page.goto(address))?.status()]).toEqual([address, 200]);
        await look(address);
      }
      for (const [address, button] of [
        ['/workshops/new', 'Plan it'],
        ['/administration/words', 'Say so'],
        ['/administration/calendar?year=2024', 'Add it'],
        ['/administration/closed-days?year=2024', 'Add them'],
        ['/administration/services/new', 'Save'],
      ] as const) {
        await page.goto(address);
        await press(page, button);
        expect(await main(page)).toContain('There is a problem');
        await look(`${address}, refused`);
      }
      await context.close();
      expect(found).toEqual([]);
    },
    JOURNEY_MILLIS,
  );
});

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';

/** Three complaints that were closed with this code. */
const rowsWithCode = (code: string): string =>
  [
    HEADER,
    ...[1, 2, 3].map(
      (number) =>
        `${code === 'UPH-X' ? 10_990 : 10_991}${number},Corporate Complaint,1,,,04/05/2021 09:30,05/05/2021 10:00,,17/05/2021,Closed,${code},Services to Place,Highways,Delay,Letter,Marple North,,,,,,,,,,17/05/2021 16:00`,
    ),
  ].join('\r\n');
