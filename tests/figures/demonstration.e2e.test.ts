import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { PRINTED, type Table } from './printed-report';

const EXTRACTS = path.join(__dirname, '../../demo/extracts');
const EXTRACT = path.join(EXTRACTS, 'corporate-crm.csv');

const REPORT = `{ periodReport(financialYear: "2021-22", upTo: Q2) {
  tables { key columns rows { label values } }
} }`;
const FIGURES = `{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER, SERVICE, OUTCOME]) {
  rows { stream stage financialYear quarter service outcome received escalated direct answered answeredInTime closed }
} }`;

describe('the demonstration, from the raw files to the report', () => {
  let product: TestProduct;
  let first: object;
  let adults: object;
  let childrens: object;
  let ombudsman: object;

  beforeAll(async () => {
    product = await startTestProduct();
    first = await product.load('corporate-crm', EXTRACT);
    adults = await product.load('adults', path.join(EXTRACTS, 'adults-social-care.csv'));
    childrens = await product.load('childrens', path.join(EXTRACTS, 'childrens-cloud.jsonl'));
    ombudsman = await product.load('ombudsman', path.join(EXTRACTS, 'ombudsman-register.xlsx'));
    await product.load('coverage', path.join(EXTRACTS, 'coverage.csv'));
  });
  afterAll(() => product.stop());

  it('accounts for every row of each file', () => {
    expect(first).toEqual({ read: 843, loaded: 770, updated: 0, copies: 20, leftOut: 47, quarantined: 6 });
    expect(adults).toEqual({ read: 333, loaded: 322, updated: 0, copies: 7, leftOut: 0, quarantined: 4 });
    expect(childrens).toEqual({ read: 115, loaded: 110, updated: 0, copies: 3, leftOut: 0, quarantined: 2 });
    expect(ombudsman).toEqual({ read: 89, loaded: 89, updated: 0, copies: 0, leftOut: 0, quarantined: 0 });
  });

  it("gives the adults' complaints that were closed in half a year, whenever they began", async () => {
    const { data } = await product.ask<{ measures: object }>(
      'analyst',
      `{ measures(by: [], where: { streams: [ADULTS], from: "2021-04-01", to: "2021-09-30" }) {
        rows { received closed }
      } }`,
    );
    expect(data.measures).toEqual({ rows: [{ received: 70, closed: 181 }] });
  });

  it('gives the report that the service printed', async () => {
    const { data, errors } = await product.ask<{ periodReport: { tables: Table[] } }>('analyst', REPORT);
    expect(errors).toBeUndefined();
    // A further stream has a table too, which was not printed.
    const printed = data.periodReport.tables.filter(({ key }) => PRINTED.some((table) => table.key === key));
    expect(printed).toEqual(PRINTED);
  });

  it('loads nothing from the same file again, and no figure changes', async () => {
    const before = await product.ask('analyst', FIGURES);
    expect(await product.load('corporate-crm', EXTRACT)).toEqual({
      ...{ read: 843, loaded: 0, updated: 0, copies: 790, leftOut: 47, quarantined: 6 },
    });
    const after = await product.ask('analyst', FIGURES);
    expect(after).toEqual(before);
    expect(JSON.stringify(after).length).toBeGreaterThan(10_000);
  });
});
