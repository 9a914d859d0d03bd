import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, SCREENSHOTS, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const ID = 'mid-year-progress.2021-22.Q2';
const SINCE = `/reports/${ID}/since`;

const OPEN = `mutation { done: openReport(definition: "mid-year-progress", financialYear: "2021-22", upTo: Q2) { __typename } }`;
const SEEN = `{ report(id: "${ID}") { version seen } }`;
const FREEZE = `mutation ($version: Int!, $seen: String!) {
  done: freezeReport(id: "${ID}", version: $version, seen: $seen, despite: "What waits touches no figure of it.") { __typename ... on Refusal { message } } }`;
const ROWS = `{ quarantinedRows(where: { sources: ["corporate-crm"], states: [OPEN] }, first: 200) { edges { node { id reasons { column code } } } } }`;
const CORRECT = `mutation ($id: ID!, $cells: [CellInput!]!, $acceptFaults: [String!]) {
  done: correctQuarantinedRow(id: $id, cells: $cells, acceptFaults: $acceptFaults, reason: "Read from the letter") { __typename ... on Refusal { message } } }`;
const IMPORTS = '{ imports { id source state } }';
const UNDO = `mutation ($run: ID!) { done: undoImport(run: $run, reason: "The wrong file") { __typename ... on Refusal { message } } }`;

interface Done {
  readonly done: { readonly __typename: string; readonly message?: string };
}

describe('what changed since a report was frozen', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (person: string, hasScript = false): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, hasScript });
    await signInAs(watched.page, person);
    return watched;
  };
  const data = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
    const answer = await site.product.ask<Data>(role, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const differenceOf = (page: Page, heading: string) =>
    page.locator('section.since').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  const textOf = (page: Page, at: string) => page.locator(at).first().innerText();
  const picture = async (page: Page, name: string) => {
    if (SCREENSHOTS === null) return;
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: false });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it(
    'is nothing at first: each figure is what was reported',
    async () => {
      expect((await data<Done>('officer', OPEN)).done.__typename).toBe('Report');
      const { report } = await data<{ report: { version: number; seen: string } }>('officer', SEEN);
      expect((await data<Done>('officer', FREEZE, report)).done).toEqual({ __typename: 'Report' });
      const { page, context } = await as('olu', true);
      await page.goto(`/reports/${ID}`);
      const received = await page.locator('#table-corporate tbody tr').first().locator('td').allInnerTexts();
      expect(received.map((text) => text.trim())).toEqual(['178', '132', '55', '67', '122', '79', '55']);
      await page.getByRole('link', { name: 'What changed since' }).click();
      expect(await textOf(page, '[data-says]')).toMatch(
        /^Nothing changed: each of its \d+ figures is what was reported/,
      );
      expect(await glances(page)).toEqual([]);
      await picture(page, 'since-nothing');
      await context.close();
    },
    START_MILLIS,
  );

  it(
    'is the correction that came late: both figures, and the record with who corrected it',
    async () => {
      const rows = await data<{
        quarantinedRows: { edges: { node: { id: string; reasons: { column: string; code: string }[] } }[] };
      }>('admin', ROWS);
      const dated = rows.quarantinedRows.edges.filter(({ node }) =>
        node.reasons.every(({ column }) => column === 'Date Received'),
      );
      const cells = [{ column: 'Date Received', value: '15/09/2021' }];
      const acceptFaults = ['ACKNOWLEDGED_BEFORE_RECEIVED', 'ROUTE_NOT_RECORDED'];
      const corrected = await data<Done>('admin', CORRECT, { id: dated[0]?.node.id, cells, acceptFaults });
      expect(corrected.done).toEqual({ __typename: 'Amended' });
      await site.product.carryOut();
      const { page, context } = await as('ada');
      await page.goto(SINCE);
      const difference = differenceOf(page, 'Stage 2 received, 2021-22 Q2');
      expect(await difference.locator('[data-reported]').innerText()).toBe('38');
      expect(await difference.locator('[data-present]').innerText()).toBe('39 (1 more)');
      const record = difference.locator('tbody tr');
      expect(await record.count()).toBe(1);
      expect(await record.innerText()).toMatch(
        /15 September 2021.*Counted now, and was not.*New.*Correction, as import \d+ \(corporate-crm\).*by Ada Brennan/s,
      );
      await record.getByRole('rowheader').getByRole('link').click();
      expect(new URL(page.url()).pathname).toMatch(/^\/complaints\/corporate-/);
      await picture(page, 'since-corrected');
      await context.close();
    },
    START_MILLIS,
  );

  it(
    'is an import undone: figures that are not recorded any longer, each with what went',
    async () => {
      const { imports } = await data<{ imports: { id: string; source: string; state: string }[] }>(
        'admin',
        IMPORTS,
      );
      const adults = imports.find(({ source }) => source === 'adults');
      expect((await data<Done>('admin', UNDO, { run: adults?.id })).done).toEqual({ __typename: 'Amended' });
      await site.product.carryOut();
      const { page, context } = await as('ada');
      await page.goto(SINCE);
      await picture(page, 'since-undone');
      const difference = differenceOf(page, 'Adult social care, 2021-22 Q1-Q2');
      expect(await difference.locator('[data-reported]').innerText()).toBe('70');
      expect(await difference.locator('[data-present]').innerText()).toBe('not recorded');
      expect(await difference.innerText()).toContain('70 not counted any longer');
      expect(await difference.innerText()).toContain('spoke of no day now');
      await difference.getByRole('link', { name: 'All 70' }).click();
      expect(await textOf(page, '.ways-on__says')).toBe('1 to 50 of 70');
      const removed = await page.locator('tbody tr').allInnerTexts();
      expect(removed).toHaveLength(50);
      for (const row of removed)
        expect(row).toMatch(/Removed.*Undoing of import \d+ \(adults\).*by Ada Brennan/s);
      await page.getByRole('link', { name: 'Next page' }).click();
      expect(await page.locator('tbody tr').count()).toBe(20);
      await context.close();
    },
    START_MILLIS,
  );
});
