import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const EXTRACTS = path.join(__dirname, '../../demo/extracts');
const EXTRACT = path.join(EXTRACTS, 'corporate-crm.csv');

interface Table {
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

const REPORT = `{ periodReport(financialYear: "2021-22", upTo: Q2) {
  tables { key columns rows { label values } }
} }`;
const FIGURES = `{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER, SERVICE, OUTCOME]) {
  rows { stream stage financialYear quarter service outcome received escalated direct answered answeredInTime closed }
} }`;

/** The service's own report, as it was printed: what was not recorded is blank there. */
const CORPORATE: Table = {
  key: 'corporate',
  columns: [
    '2019-20',
    '2020-21',
    '2021-22 Q1',
    '2021-22 Q2',
    '2021-22 Q1-Q2',
    '2019-20 Q1-Q2',
    '2020-21 Q1-Q2',
  ],
  rows: [
    { label: 'Stage 1 received', values: [178, 132, 55, 67, 122, 79, 55] },
    { label: 'Stage 2 received', values: [102, 75, 34, 38, 72, 49, 30] },
    { label: 'Escalated stage 1 to stage 2', values: [null, null, 25, 35, 60, null, null] },
    { label: 'Direct to stage 2', values: [null, null, 9, 3, 12, null, null] },
    { label: 'Escalated to the Ombudsman', values: [26, 12, 7, 6, 13, null, null] },
  ],
};
const ADULTS: Table = {
  key: 'adults',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [{ label: 'Adults: stage 1 received', values: [167, 85, 31, 39, 70] }],
};
const CHILDRENS: Table = {
  key: 'childrens',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [
    { label: "Children's: received", values: [41, 36, 12, 21, 33] },
    { label: "Children's: escalated to stage 2", values: [1, 1, 0, 0, 0] },
    { label: "Children's: escalated to stage 3", values: [1, null, 0, 0, 0] },
  ],
};
const SCHOOLS: Table = {
  key: 'schools',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [
    { label: 'Schools: received', values: [35, 25, 7, 9, 16] },
    { label: 'Schools: escalated to stage 2', values: [6, 2, 2, 2, 4] },
    { label: 'Schools: escalated to stage 3', values: [0, 0, 1, 0, 1] },
  ],
};
const UPHELD: Table = {
  key: 'ombudsman-upheld',
  columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
  rows: [{ label: 'Upheld by the LGSCO, all streams', values: [10, 6, 1, 1, 2] }],
};
const PRINTED = [CORPORATE, ADULTS, CHILDRENS, SCHOOLS, UPHELD];

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
