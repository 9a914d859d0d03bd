import type { Browser, Page } from 'playwright-core';
import { CORPORATE_COLUMNS, type CorporateColumn } from '../../imports/corporate-crm/columns';
import { findDuplicatesOn } from '../../scripts/import/find-duplicates-on';
import { openBrowser, openPage, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';
import { figureOn } from './journeys';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const QUARTER = 'financialYear=2019-20&upTo=Q3&only=quarter';
const BEFORE = `/data-quality/before-report?${QUARTER}`;
const DASHBOARD = '/?financialYears=2019-20&quarters=Q3&streams=CORPORATE';

type Cells = Partial<Record<CorporateColumn, string>>;
const extractOf = (rows: readonly Cells[]): string =>
  [
    CORPORATE_COLUMNS.join(','),
    ...rows.map((row) => CORPORATE_COLUMNS.map((column) => row[column] ?? '').join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('');

const usual = (reference: string, more: Cells = {}): Cells => ({
  ...{
    'Case Ref': reference,
    'Case Type': 'Corporate Complaint',
    Stage: '1',
    'Date Received': '04/11/2019 09:00',
  },
  ...{ Status: 'Open', Service: 'Greenspace', Channel: 'Telephone', Forename: 'Robin', Surname: 'Example' },
  ...{ 'Last Updated': '04/11/2019 09:30' },
  ...more,
});
/** The list says that everything was recorded all through the quarter. */
const COVERAGE = [
  'stream,measure,recorded_from,recorded_to,granularity',
  ...['escalated_to_stage_2', 'direct_to_stage_2', 'escalated_to_ombudsman'].map(
    (measure) => `corporate,${measure},2019-04-01,2021-03-31,day`,
  ),
  'childrens,escalated_to_stage_3,2019-04-01,2020-03-31,day\r\n',
].join('\r\n');

const ANSWERED_EARLY = '1Answer is before the receipt (The corporate system) Corporate';

/** Two records that came twice, and say something else the second time. */
const COPIES = extractOf(
  ['900000010', '900000020'].flatMap((reference) => [
    usual(reference, { Summary: 'One matter' }),
    usual(reference, { Summary: 'Another matter' }),
  ]),
);

/** What is planted: three rows that cannot be counted, an unknown word, and an answer before its receipt. */
const DIRTY = extractOf([
  usual('', { Summary: 'Without a reference' }),
  usual('900000002', { 'Date Received': '31/11/2019' }),
  usual('900000003', { Stage: 'x' }),
  usual('900000004', { Service: 'Lakes & Fountains' }),
  usual('900000005', { 'Date Responded': '01/11/2019', Status: 'Closed', 'Closure Code': 'Upheld' }),
]);

describe('data quality', () => {
  jest.setTimeout(120_000);
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (person: string, options: { hasScript?: boolean } = {}): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, ...options });
    await signInAs(watched.page, person);
    return watched;
  };
  const countsOf = async (page: Page) =>
    Object.fromEntries(
      await page
        .locator('[data-part]')
        .evaluateAll((parts) =>
          parts.map((part) => [
            part.getAttribute('data-part'),
            [...part.querySelectorAll('li')].map((item) =>
              (item.textContent ?? '').replace(/\s+/g, ' ').trim(),
            ),
          ]),
        ),
    );
  const openRow = async (page: Page, line: number) => {
    await page.goto('/data-quality/quarantine?state=OPEN&source=corporate-crm');
    await page.getByRole('link', { name: new RegExp(`corporate-crm\\.csv, line ${line}$`) }).click();
    await page.waitForURL(/\/data-quality\/quarantine\/\w+/);
  };

  it('says that nothing is wrong with a clean quarter, and lists exactly what is planted in a dirty one', async () => {
    await settleDemonstration(site);
    const { page, context } = await as('ada');
    await page.goto(BEFORE);
    expect(await countsOf(page)).toEqual({});
    expect(await page.locator('[data-wrong="0"]').innerText()).toContain('Nothing is wrong');
    expect(await site.product.loadText('corporate-crm', DIRTY)).toMatchObject({
      ...{ read: 5, loaded: 2, quarantined: 3 },
    });
    await page.goto(BEFORE);
    expect(await countsOf(page)).toEqual({
      rows: ['3The corporate system Corporate'],
      faults: [ANSWERED_EARLY],
      words: ['1“Lakes & Fountains”: unknown service (The corporate system) Corporate'],
    });
    for (const [part, total] of [
      ['rows', '3'],
      ['faults', '1'],
    ]) {
      await page.goto(BEFORE);
      await page.locator(`[data-part="${part}"] a`).first().click();
      expect(await page.locator('[data-total]').getAttribute('data-total')).toBe(total);
    }
    await context.close();
  });

  it('lets an officer correct a row by the keyboard alone, and the figure on the dashboard changes', async () => {
    const { page, context } = await as('olu');
    await page.goto(DASHBOARD);
    const before = Number((await figureOn(page, 'RECEIVED')).value);
    await openRow(page, 2);
    await tabToField(page, 'cell-0');
    await page.keyboard.type('900000001');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#reason');
    expect(await page.inputValue('#cell-0')).toBe('900000001');
    await tabToField(page, 'reason');
    await page.keyboard.type('Found in the system');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=correct/);
    expect(await page.locator('#done').innerText()).toContain('counted within moments');
    await site.product.carryOut();
    await page.locator('#done a').click();
    await page.waitForURL('**/complaints/*');
    expect(await page.locator('h1').innerText()).toContain('900000001');
    await page.goto(DASHBOARD);
    expect(Number((await figureOn(page, 'RECEIVED')).value)).toBe(before + 1);
    await context.close();
  });

  it('lets two people at one row lose nothing, without a script, and a form sent twice do nothing twice', async () => {
    const [first, second] = [await as('olu', { hasScript: false }), await as('cora', { hasScript: false })];
    const twin = await first.context.newPage();
    for (const page of [first.page, second.page, twin]) await openRow(page, 3);
    for (const page of [first.page, twin]) {
      await page.locator('#reason').fill('A test record');
      await page.getByRole('button', { name: 'It need not be counted' }).click();
      await page.waitForURL(/done=dismiss/);
    }
    expect(await twin.locator('.timeline__stage').count()).toBe(1);
    await second.page.getByLabel('Date Received').fill('28/11/2019');
    await second.page.locator('#reason').fill('Read from the letter');
    await second.page.getByRole('button', { name: 'Correct the row' }).click();
    const top = await second.page.locator('.govuk-error-summary').innerText();
    expect(top).toMatch(/Somebody else was first[\s\S]+olu dismissed it on .+“A test record”/);
    expect(await second.page.getByLabel('Date Received').inputValue()).toBe('28/11/2019');
    expect(await second.page.locator('#reason').inputValue()).toContain('Read from the letter');
    await openRowAgain(first.page);
    await first.page.locator('#reason').fill('It is none');
    await first.page.getByRole('button', { name: 'Reopen the row' }).click();
    await first.page.waitForURL(/done=reopen/);
    expect(await first.page.locator('.timeline__stage').count()).toBe(2);
    // What the second typed is still there, and the row waits again.
    await second.page.getByRole('button', { name: 'Correct the row' }).click();
    await second.page.waitForURL(/done=correct/);
    await site.product.carryOut();
    await second.page.locator('#done a').click();
    expect(await second.page.locator('h1').innerText()).toContain('900000002');
    await second.page.goto('/data-quality/faults?state=REPLACED&source=corporate-crm');
    const closed = second.page.locator('tr', { hasText: 'corporate-crm.csv, line 3' });
    expect(await closed.first().innerText()).toMatch(
      /Nothing\.[\s\S]+No longer true since .+: the row was corrected/,
    );
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('lets copies be settled, with a script and without, and tells the second of two who was first', async () => {
    expect(await site.product.loadText('corporate-crm', COPIES)).toMatchObject({
      read: 4,
      loaded: 2,
      copies: 2,
    });
    const [first, second] = [await as('cora'), await as('olu', { hasScript: false })];
    await first.page.goto(BEFORE);
    expect((await countsOf(first.page)).faults).toEqual([
      '2Two rows, one reference (The corporate system) Corporate',
      ANSWERED_EARLY,
    ]);
    for (const { page } of [first, second]) await openCopy(page, 2);
    await first.page.getByLabel('Case Ref').fill('900000011');
    await first.page.locator('#reason').fill('Two letters, one reference');
    await first.page.getByRole('button', { name: 'It is another record' }).click();
    await first.page.waitForSelector('.done');
    await second.page.locator('#reason').fill('The same letter');
    await second.page.getByRole('button', { name: 'It is a copy' }).click();
    const top = await second.page.locator('.govuk-error-summary').innerText();
    expect(top).toMatch(/Somebody else was first[\s\S]+cora .+“Two letters, one reference”/);
    expect(await second.page.locator('#reason').inputValue()).toBe('The same letter');
    await site.product.carryOut();
    await first.page.goto('/search?reference=900000011');
    expect(await first.page.locator('main').innerText()).toContain('900000011');
    await openCopy(second.page, 4);
    await second.page.locator('#reason').fill('The same letter');
    await second.page.getByRole('button', { name: 'It is a copy' }).click();
    await second.page.locator('h2', { hasText: 'The row as it came' }).waitFor();
    expect(await second.page.locator('.facts', { hasText: 'State' }).innerText()).toContain(
      'Confirmed as a copy',
    );
    await second.page.goto(OPEN_COPIES);
    expect(await second.page.locator('[data-total]').getAttribute('data-total')).toBe('0');
    await first.page.goto(BEFORE);
    expect((await countsOf(first.page)).faults).toEqual([ANSWERED_EARLY]);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('lets likely duplicates be settled, with a script and without, by the first of two', async () => {
    await findDuplicatesOn({
      schemas: site.product.schemas,
      settings: { clock: site.product.settings.clock, authority: 'stockport' },
    });
    const [first, second] = [await as('olu'), await as('ada', { hasScript: false })];
    for (const { page } of [first, second]) await openPair(page);
    await first.page.getByRole('button', { name: 'They are one complaint' }).click();
    await first.page.waitForSelector('.govuk-error-summary');
    await first.page.locator('#reason').fill('Both are of one bus');
    await first.page.getByRole('button', { name: 'They are one complaint' }).click();
    await first.page.waitForSelector('.done');
    await second.page.locator('#reason').fill('They differ');
    await second.page.getByRole('button', { name: 'They are two complaints' }).click();
    const top = await second.page.locator('.govuk-error-summary').innerText();
    expect(top).toMatch(/Somebody else was first[\s\S]+olu decided .+one complaint.+“Both are of one bus”/);
    expect(await second.page.locator('#reason').inputValue()).toBe('They differ');
    const waiting = await openPair(second.page);
    await second.page.locator('#reason').fill('They differ');
    await second.page.getByRole('button', { name: 'They are two complaints' }).click();
    await second.page.waitForSelector('.done');
    expect(await second.page.locator('.done').innerText()).toMatch(/so decided ada.+“They differ”/);
    await second.page.goto(OPEN_PAIRS);
    expect(Number(await second.page.locator('[data-total]').getAttribute('data-total'))).toBe(waiting - 1);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('has nothing that axe finds, in light and dark, and fits a phone', async () => {
    const found: string[] = [];
    const { page, context, complaints } = await as('olu');
    await openRow(page, 4);
    const row = new URL(page.url()).pathname;
    const lists = [
      '/data-quality',
      '/data-quality/quarantine',
      '/data-quality/faults',
      '/data-quality/duplicates',
    ];
    for (const address of [...lists, BEFORE, row]) {
      await page.goto(address);
      found.push(...(await wrongWith(page, address)));
    }
    await page.goto(row);
    await page.getByRole('button', { name: 'Correct the row' }).click();
    await page.waitForSelector('.govuk-error-summary');
    found.push(...(await wrongWith(page, 'refused')));
    found.push(...complaints.filter((each) => !each.includes('status of 400')));
    await context.close();
    const manager = await as('mark');
    await manager.page.goto('/data-quality');
    found.push(...(await wrongWith(manager.page, 'manager')));
    expect(await manager.page.locator('h1').innerText()).toBe('Faults of your services');
    await manager.context.close();
    expect(found).toEqual([]);
  });
});

const OPEN_COPIES = '/data-quality/faults?state=OPEN&code=CONFLICTING_COPY';
const OPEN_PAIRS = '/data-quality/duplicates?state=OPEN';

/** Goes from the list to the copy at a line. */
async function openCopy(page: Page, line: number): Promise<void> {
  await page.goto(OPEN_COPIES);
  const row = page.locator('tr', { hasText: `corporate-crm.csv, line ${line}` });
  await row.getByRole('link', { name: 'Decide on the copy' }).click();
  await page.waitForURL(/\/duplicates\/copies\//);
}

/** Goes from the list to the first pair that waits. Gives how many do. */
async function openPair(page: Page): Promise<number> {
  await page.goto(OPEN_PAIRS);
  const waiting = Number(await page.locator('[data-total]').getAttribute('data-total'));
  await page.locator('tbody th a').first().click();
  await page.waitForURL(/\/duplicates\/[^?]+$/);
  return waiting;
}

interface Listed {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** What the demonstration's files leave undone in every quarter: rows without a day, and what was not recorded. */
async function settleDemonstration({ product }: TestSite): Promise<void> {
  await product.loadText('coverage', COVERAGE);
  const { data } = await product.ask<{ rows: Listed; copies: Listed }>(
    'admin',
    `{ rows: quarantinedRows(where: { states: [OPEN] }, first: 200) { edges { node { id } } }
       copies: faults(where: { states: [OPEN], codes: ["CONFLICTING_COPY"] }) { edges { node { id } } } }`,
  );
  const settle = (field: string, { edges }: Listed) =>
    edges.map(
      ({ node: { id } }, place) => `_${place}: ${field}: "${id}", reason: "Looked at") { __typename }`,
    );
  for (const each of [
    ...settle('dismissQuarantinedRow(id', data.rows),
    ...settle('confirmCopy(faultId', data.copies),
  ])
    await product.ask('admin', `mutation { ${each} }`);
}

/** What is wrong with how a page looks, each with the page's name. */
const wrongWith = async (page: Page, name: string): Promise<string[]> =>
  (await glances(page)).map((problem) => `${name}: ${problem}`);

const openRowAgain = (page: Page) => page.goto(new URL(page.url()).pathname);

const MOST_TABS = 80;

/** Goes by the Tab key alone to a field. Throws where it is not reached. */
async function tabToField(page: Page, id: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id ?? '')) === id) return;
  }
  throw new Error(`No way by the keyboard to ${id}`);
}
