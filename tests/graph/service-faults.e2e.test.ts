import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const EXTRACT = path.join(__dirname, '../../demo/extracts/corporate-crm.csv');
const OWN =
  '{ serviceFaults(first: 200) { totalCount byCode { name count } edges { node { id service record } } } }';

interface Own {
  readonly serviceFaults: {
    readonly totalCount: number;
    readonly byCode: readonly { readonly name: string; readonly count: number }[];
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly service: string; readonly record: string };
    }[];
  };
}

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await product.load('corporate-crm', EXTRACT);
});
afterAll(() => product.stop());

describe("a manager's data quality", () => {
  it('is open to nobody who is not signed in, and to no other role', async () => {
    expect((await product.ask(null, OWN)).status).toBe(401);
    for (const role of ['analyst', 'officer', 'partner', 'auditor', 'admin']) {
      const { errors } = await product.ask(role, OWN);
      expect([role, errors?.[0]?.extensions.code]).toEqual([role, 'FORBIDDEN']);
    }
    expect((await product.ask('manager', '{ faults { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('is that of the records of their own services, each among the faults that officers see', async () => {
    const { data, errors } = await product.ask<Own>('manager', OWN);
    expect(errors).toBeUndefined();
    const { totalCount, byCode, edges } = data.serviceFaults;
    expect(totalCount).toBeGreaterThan(0);
    expect(byCode.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
    expect(new Set(edges.map(({ node }) => node.service))).toEqual(
      new Set(['greenspace', 'refuse-recycling']),
    );
    const { record, service } = edges[0]?.node ?? { record: '', service: '' };
    const { data: found } = await product.ask<{
      complaint: { stages: { reference: string; service: string }[] };
    }>(
      'manager',
      'query ($reference: String!) { complaint(reference: $reference) { stages { reference service } } }',
      { reference: record },
    );
    const stage = found.complaint.stages.find(({ reference }) => reference === record);
    expect([service, stage?.service]).toEqual(
      service === 'greenspace'
        ? ['greenspace', 'Greenspace']
        : ['refuse-recycling', expect.stringContaining('Refuse')],
    );
  });
});
