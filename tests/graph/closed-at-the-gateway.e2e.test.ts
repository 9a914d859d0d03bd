import path from 'node:path';
import { searchInSteps } from '../../casework/tables/search-in-steps';
import { connect } from '../../platform/postgres/connect';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

// The parts' own check lets everything through here, and the database's is taken away: the gateway is seen alone.
jest.mock('../../casework/restrictions/open-alone', () => ({ openAlone: (rows: object[]) => rows }));

const CORA = {
  ...{ services: [], partner: null },
  subject: 'cora',
  role: 'officer',
  streams: ['corporate', 'adults'],
};

let product: TestProduct;
let id = '';
/** What nobody else said. */
const WORD = 'zebracrossing';
const data = async <Data>(as: Parameters<TestProduct['ask']>[0], query: string): Promise<Data> => {
  const answer = await product.ask<Data>(as, query);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
beforeAll(async () => {
  product = await startTestProduct();
  await product.load('adults', path.join(__dirname, '../../demo/extracts/adults-social-care.csv'));
  const { complaint } = await data<{ complaint: { id: string } }>(
    'officer',
    '{ complaint(reference: "ASC-C-41727") { id } }',
  );
  id = complaint.id;
  await inTransaction(product.schemas.of('adults'), IMPORT_SCOPE, ({ query }) =>
    query(
      'update adults.account set summary = $2 where stage_id in (select id from adults.stage where complaint_id = $1)',
      [id, WORD],
    ),
  );
  await data(
    'officer',
    `mutation { restrictAdultsComplaint(command: "00000000-0000-4000-8000-000000000001", id: "${id}", kind: SAFEGUARDING,
      reason: "An enquiry", named: ["olu"]) { __typename } }`,
  );
  const owner = await connect({
    ...{ url: product.database.ownerUrl, subgraph: { name: 'owner', tables: [] }, poolSize: 1 },
  });
  for (const table of ['account', 'stage_lessons'])
    await owner.query(`drop policy closed_cases on adults.${table}`);
  await owner.query(searchInSteps('adults'));
  await owner.destroy();
});
afterAll(() => product.stop());

const PEOPLE =
  () => `query People { complaint(id: "${id}") { reference open0: restricted ...P stages { number lineage { source } } } }
  fragment P on AdultsComplaint { accounts { surname summary } who: representative consent risk lessons planAgreed }`;
interface Told {
  readonly complaint: Record<string, unknown> & { readonly stages: { lineage: object | null }[] };
}

describe('people of a restricted case, as the gateway alone keeps them', () => {
  it('go to those named, with nothing more in the answer', async () => {
    const { complaint } = await data<Told>('officer', PEOPLE());
    expect(complaint.accounts).toHaveLength(1);
    expect(Object.keys(complaint)).toEqual(
      ['reference', 'open0', 'stages', 'accounts', 'who', 'consent', 'risk', 'lessons', 'planAgreed'].sort(
        (a, b) => Object.keys(complaint).indexOf(a) - Object.keys(complaint).indexOf(b),
      ),
    );
    expect(complaint.stages[0]?.lineage).toEqual({ source: 'adults' });
  });

  it('go to nobody else, with an error for each that is kept back', async () => {
    const { data: kept, errors, status } = await product.ask<Told>(CORA, PEOPLE());
    expect(status).toBe(200);
    expect(kept.complaint).toMatchObject({
      reference: 'ASC-C-41727',
      open0: true,
      accounts: null,
      consent: null,
      lessons: null,
    });
    expect(kept.complaint.stages[0]?.lineage).toBeNull();
    expect(new Set(errors?.map(({ message }) => message))).toEqual(
      new Set(['The people of this complaint are closed to you.']),
    );
    expect(errors?.map(({ path }: { path?: readonly unknown[] }) => path?.join('.'))).toEqual(
      expect.arrayContaining(['complaint.accounts', 'complaint.stages.0.lineage']),
    );
  });

  it('are found by no word', async () => {
    const search = `{ s: adultsAccountSearch(words: "${WORD}", first: 200) { edges { node { complaint { id } } } } }`;
    const of = (answer: { s: { edges: { node: { complaint: { id: string } } | null }[] } }) =>
      answer.s.edges.map(({ node }) => node?.complaint.id);
    const found = await product.ask<Parameters<typeof of>[0]>('officer', search);
    const kept = await product.ask<Parameters<typeof of>[0]>(CORA, search);
    expect(of(kept.data)).toEqual(of(found.data).map((each) => (each === id ? undefined : each)));
    expect([of(found.data).includes(id), of(kept.data).includes(id)]).toEqual([true, false]);
  });
});
