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

  const as = async (person: string): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, hasScript: false });
    await signInAs(watched.page, person);
    return watched;
  };
  const data = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
    const answer = await site.product.ask<Data>(role, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const textOf = (page: Page, at: string) => page.locator(at).first().innerText();
  const picture = async (page: Page, name: string) => {
    if (SCREENSHOTS === null) return;
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: name !== "since-undone" });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  jest.setTimeout(240_000);

  it('is nothing at first: each figure is what was reported', async () => {
    expect((await data<Done>('officer', OPEN)).done.__typename).toBe('Report');
    const { report } = await data<{ report: { version: number; seen: string } }>('officer', SEEN);
    expect((await data<Done>('officer', FREEZE, report)).done).toEqual({ __typename: 'Report' });
    const { page, context } = await as('olu');
    await page.goto(`/reports/${ID}`);
    const received = await page.locator('#table-corporate tbody tr').first().locator('td').allInnerTexts();
    expect(received.map((text) => text.trim())).toEqual(['178', '132', '55', '67', '122', '79', '55']);
    await page.getByRole('link', { name: 'What changed since' }).click();
    expect(await textOf(page, '[data-says]')).toMatch(/^Nothing changed: each of its \d+ figures is what was reported/);
    expect(await glances(page)).toEqual([]);
    await picture(page, 'since-nothing');
    await context.close();
  });

  it('is the correction that came late: both figures, and the record with who corrected it', async () => {
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
    const begun = Date.now();
    await page.goto(SINCE);
    console.log(Date.now() - begun, await page.locator('main').innerText());
    await picture(page, 'since-corrected');
    await context.close();
  });

  it('is an import undone: figures that are not recorded any longer, each with what went', async () => {
    const { imports } = await data<{ imports: { id: string; source: string; state: string }[] }>('admin', IMPORTS);
    const adults = imports.find(({ source }) => source === 'adults');
    expect((await data<Done>('admin', UNDO, { run: adults?.id })).done).toEqual({ __typename: 'Amended' });
    await site.product.carryOut();
    const { page, context } = await as('ada');
    await page.goto(SINCE);
    console.log(await page.locator('main').innerText());
    await picture(page, 'since-undone');
    await context.close();
  });
});
