import { CORPORATE_COLUMNS, type CorporateColumn } from '../../imports/corporate-crm/columns';
import { workbookOf } from '../../imports/formats/workbook/testing';
import { REGISTER_COLUMNS } from '../../imports/ombudsman/columns';
import { fixedClock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import { findDuplicatesOn } from '../../scripts/import/find-duplicates-on';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';

/** What cannot be pressed together: as many digits as asked for, in no order. */
function noise(length: number, seed = 1): string {
  let [state, text] = [seed, ''];
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state;
  }
  return text.slice(0, length);
}
const LONG = noise(9_000);

const ORDINARY: Partial<Record<CorporateColumn, string>> = {
  ...{ 'Case Type': 'Corporate Complaint', Stage: '1', 'Date Received': '04/05/2021', Status: 'Open' },
  ...{ Directorate: 'Services to Place', Service: 'Parking', Category: 'Delay', Channel: 'Letter' },
};
const csv = (...rows: Partial<Record<CorporateColumn, string>>[]) =>
  [
    CORPORATE_COLUMNS,
    ...rows.map((row) => CORPORATE_COLUMNS.map((column) => ({ ...ORDINARY, ...row })[column] ?? '')),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** The parts whose followers are told of what is loaded. */
const PARTS = ['insight', 'ombudsman', 'corporate', 'childrens', 'intake'];

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function setAside(): Promise<object[]> {
  const found = PARTS.map((part) =>
    inTransaction(product.schemas.of(part), { subject: 'test', role: 'projection' }, (transaction) =>
      transaction.query<object>(`select kind, reason from "${part}".set_aside`),
    ),
  );
  return (await Promise.all(found)).flat();
}

async function received(): Promise<number> {
  const { data } = await product.ask<{ measures: { rows: { received: number }[] } }>(
    'analyst',
    '{ measures(by: []) { rows { received } } }',
  );
  return data.measures.rows.reduce((sum, row) => sum + row.received, 0);
}

const searched = () =>
  findDuplicatesOn({
    schemas: product.schemas,
    settings: { clock: fixedClock(TODAY), authority: 'stockport' },
  });

describe('files with cells that are longer than any index takes', () => {
  it('are loaded and counted, and hold nothing up', async () => {
    const words = { Service: LONG, Category: LONG, Channel: LONG, Directorate: LONG };
    const text = csv(
      { 'Case Ref': LONG },
      { 'Case Ref': '100000001', ...words, 'Closure Code': LONG, Ward: LONG, Summary: LONG },
      { 'Case Ref': '100000002', Stage: '2', 'Parent Ref': LONG },
      {
        'Case Ref': '100000003',
        ...words,
        'Case Type': 'Schools Complaint',
        School: LONG,
        'School URN': LONG,
      },
      { 'Case Ref': '1'.repeat(100), Service: '𝔸'.repeat(4_000) },
    );
    expect(await product.loadText('corporate-crm', text)).toMatchObject({
      ...{ read: 5, loaded: 4, quarantined: 1 },
    });
    expect(await received()).toBe(4);
    expect(await setAside()).toEqual([]);
  });

  it('are in the register, and cost a case its complaint at most', async () => {
    const row = (reference: string, ours: string) => ['LGSCO', reference, ours, LONG, 43_924];
    const rows = [
      [...REGISTER_COLUMNS],
      row('19 000 991', '100000001'),
      row('19 000 992', LONG),
      row(LONG, ''),
    ];
    const register = workbookOf({ sheets: [{ name: 'Register', rows }] });
    expect(await product.loadText('ombudsman', register)).toMatchObject({
      ...{ read: 3, loaded: 2, quarantined: 1 },
    });
    expect(await setAside()).toEqual([]);
  });

  it('are found to be no duplicates of each other, by names that nobody has', async () => {
    const complaint = {
      ...{ caseNumber: 'CSC-1', team: LONG, channel: LONG, complainant: { name: `Mary ${LONG}` } },
      stages: [{ stage: 1, startedAt: '2021-05-07', outcome: LONG }],
    };
    const long = { 'Case Ref': LONG, caseNumber: LONG };
    const lines = [complaint, { ...complaint, ...long }].map((line) => JSON.stringify(line)).join('\n');
    expect(await product.loadText('childrens', lines)).toMatchObject({ loaded: 1, quarantined: 1 });
    const named = csv({
      'Case Ref': '100000009',
      Forename: 'Mary',
      Surname: LONG,
      'Date Received': '05/05/2021',
    });
    expect(await product.loadText('corporate-crm', named)).toMatchObject({ loaded: 1 });
    expect(await searched()).toBe(0);
    expect(await setAside()).toEqual([]);
  });

  it('leave the next import as it would be without them', async () => {
    const before = await received();
    expect(await product.loadText('corporate-crm', csv({ 'Case Ref': '100000010' }))).toMatchObject({
      loaded: 1,
    });
    expect(await received()).toBe(before + 1);
  });
});
