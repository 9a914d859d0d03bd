import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { adultsText } from '../../demo/adults/generate-adults';
import { inWindows1252 } from '../../demo/adults/windows-1252';
import { dirtOf } from '../../demo/dirt';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { recountAdults } from '../recount/adults';
import { thingsCounted } from '../recount/figures';
import { expectEveryFigure } from './every-figure';

const EXTRACT = path.join(__dirname, '../../demo/extracts/adults-social-care.csv');
/** One of its complaints: answered late, with lessons. */
const REFERENCE = 'ASC-C-41727';
const FACTS = 'dueOn service directorate closureReason ... on AdultsComplaint { planAgreed }';
const PEOPLE =
  '... on AdultsComplaint { consent risk provider representative lessons accounts { person relationship } }';
const ask = (fields: string, reference = REFERENCE) =>
  `{ complaint(reference: "${reference}") { reference ${fields} } }`;

describe("the adults' extract", () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    expect(await product.load('adults', EXTRACT)).toEqual({
      ...{ read: 333, loaded: 322, updated: 0, copies: 7, leftOut: 0, quarantined: 4 },
    });
  });
  afterAll(() => product.stop());
  const complaint = async (role: string, fields: string, reference?: string) =>
    (await product.ask<{ complaint: object }>(role, ask(fields, reference))).data?.complaint;

  it('tells what the stream alone records to whoever may list complaints', async () => {
    expect(await complaint('analyst', FACTS)).toEqual({
      ...{ reference: REFERENCE, dueOn: '2019-06-03', service: 'Finance & Charging' },
      ...{ directorate: 'Adult Social Care', closureReason: 'ANSWERED' },
      planAgreed: false,
    });
  });

  it('tells of people and lessons to those cleared for the stream, and records it', async () => {
    expect(await complaint('officer', PEOPLE)).toEqual({
      reference: REFERENCE,
      ...{ consent: 'HELD', risk: 'HIGH', provider: null },
      representative: null,
      lessons: 'Letter template reworded; £ refunded',
      accounts: [{ person: 'P316597', relationship: 'Self' }],
    });
    expect(await complaint('officer', PEOPLE, 'ASC-C-41931')).toMatchObject({
      ...{ representative: 'Spouse', lessons: null },
    });
  });

  it.each(['consent', 'risk', 'provider', 'representative', 'lessons'])(
    'refuses %s to an analyst',
    async (field) => {
      const { data, errors } = await product.ask(
        'analyst',
        ask(`reference ... on AdultsComplaint { ${field} }`),
      );
      expect(data).toEqual({ complaint: { reference: REFERENCE, [field]: null } });
      expect(errors).toMatchObject([{ path: ['complaint', field], extensions: { code: 'FORBIDDEN' } }]);
    },
  );

  it("hides them from a manager of other services, who may see a complaint's facts", async () => {
    expect(await complaint('manager', PEOPLE)).toEqual({
      ...{ reference: REFERENCE, consent: null, risk: null, provider: null },
      ...{ representative: null, lessons: null, accounts: [] },
    });
  });

  it('is refused as UTF-8, and nothing of it is loaded', async () => {
    const text = (await readFile(EXTRACT)).toString('latin1').replaceAll('\x96', '–');
    await expect(product.loadText('adults', text)).rejects.toThrow('WRONG_ENCODING');
  });

  it('loads nothing from the same file again', async () => {
    expect(await product.load('adults', EXTRACT)).toEqual({
      ...{ read: 333, loaded: 0, updated: 0, copies: 329, leftOut: 0, quarantined: 4 },
    });
  });
});

describe.each([
  { seed: 51, rows: 900, dirt: 0 },
  { seed: 53, rows: 1_500, dirt: 20 },
])("a made-up extract of the adults' system: seed $seed, $rows rows, dirt $dirt", ({ seed, rows, dirt }) => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  const textOf = (some: number) => [...adultsText({ seed, rows: some, dirt: dirtOf(dirt) })].join('');

  it('is accounted for after an earlier one, and gives every figure that counting both anew gives', async () => {
    const [earlierText, text] = [textOf(rows / 3), textOf(rows)];
    const earlier = recountAdults(earlierText, TODAY);
    const recount = recountAdults(text, TODAY, earlier.held);
    expect(await product.loadText('adults', inWindows1252(earlierText))).toEqual(earlier.counts);
    expect(await product.loadText('adults', inWindows1252(text))).toEqual(recount.counts);
    const things = thingsCounted(recount.stages);
    await expectEveryFigure(product, things);
    for (const figure of ['received', 'answered', 'answeredInTime', 'closed']) {
      expect(things.filter((thing) => thing.figure === figure).length).toBeGreaterThan(100);
    }
    if (dirt >= 8) expect(recount.counts.updated).toBeGreaterThan(5);
  });
});
