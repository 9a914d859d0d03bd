import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { madeUp } from './made-up';

interface ListedComplaint {
  readonly id: string;
  readonly stream: string;
  readonly stages: readonly object[];
}

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: ListedComplaint & { readonly complaint: ListedComplaint } }[];
}

/** What every stream's complaints have, and what only one stream's have. */
const FIELDS = `
  id reference references stream stage status receivedOn dueOn answeredOn closedOn overdue
  service directorate outcome closureReason
  stages { number reference receivedOn dueOn answeredOn outcome closureReason service route inTime }
  ... on CorporateComplaint { ward }
  ... on SchoolsComplaint { school { urn name } }`;

describe('a list of 50 complaints of both streams with their stages', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    await product.loadText('corporate-crm', (await madeUp({ seed: 31, rows: 300, dirt: 0 })).text);
  });
  afterAll(() => product.stop());

  async function requestsFor(query: string): Promise<{ list: List; requests: object }> {
    product.asked.clear();
    const { data, errors } = await product.ask<{ list: List }>('analyst', query);
    expect(errors).toBeUndefined();
    return { list: data.list, requests: Object.fromEntries(product.asked) };
  }

  function expectWhole(complaints: readonly ListedComplaint[]): void {
    expect(complaints).toHaveLength(50);
    expect(new Set(complaints.map(({ stream }) => stream))).toEqual(new Set(['CORPORATE', 'SCHOOLS']));
    expect(complaints.filter(({ stages }) => stages.length > 1).length).toBeGreaterThan(5);
    for (const { stages } of complaints) expect(stages.length).toBeGreaterThan(0);
  }

  it('is one request to each subgraph, asked from complaints', async () => {
    const { list, requests } = await requestsFor(
      `{ list: complaints(first: 50, where: { receivedFrom: "2021-04-01" }) { totalCount edges { cursor node { ${FIELDS} } } pageInfo { endCursor } } }`,
    );
    expect(requests).toEqual({ insight: 1, corporate: 1, schools: 1 });
    expectWhole(list.edges.map(({ node }) => node));
    expect(list.totalCount).toBeGreaterThan(50);
  });

  it('is one request to each subgraph, asked from what a figure counts', async () => {
    const { list, requests } = await requestsFor(
      `{ list: counted(measure: RECEIVED, first: 50, where: { from: "2021-04-01" }) {
        totalCount edges { node { id on complaint { ${FIELDS} } } }
      } }`,
    );
    expect(requests).toEqual({ insight: 1, corporate: 1, schools: 1 });
    expectWhole(list.edges.map(({ node }) => node.complaint));
  });

  it('is one request in all where only figures are asked for', async () => {
    const { requests } = await requestsFor(
      '{ list: measures(by: [STREAM]) { rows { stream received } } more: measures(by: []) { asAt } }',
    );
    expect(requests).toEqual({ insight: 1 });
  });
});
