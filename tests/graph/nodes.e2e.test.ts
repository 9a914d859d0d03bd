import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const extract = (name: string) => path.join(__dirname, `../../demo/extracts/${name}`);
const UNKNOWN = 'corporate-00000000-0000-4000-8000-000000000000';

interface Listed {
  readonly id: string;
  readonly reference: string;
  readonly __typename: string;
  readonly ombudsmanCases: readonly { readonly id: string; readonly reference: string }[];
}
type Nodes = Record<string, (Partial<Listed> | null)[]>;
type One = Record<string, unknown>;

const LISTED = '__typename id reference ombudsmanCases { id reference }';
const FIELDS = `__typename id ... on Complaint { reference ombudsmanCases { id } } ... on OmbudsmanCase { theirs: reference }`;

describe('things of several parts that are asked for by their ids', () => {
  let product: TestProduct;
  let complaints: Listed[];
  let withCase: Listed | undefined;

  beforeAll(async () => {
    product = await startTestProduct();
    await product.load('corporate-crm', extract('corporate-crm.csv'));
    await product.load('ombudsman', extract('ombudsman-register.xlsx'));
    const { data } = await product.ask<{
      complaints: { edges: { node: Listed }[] };
      counted: { edges: { node: { complaint: Listed | null } }[] };
    }>(
      'analyst',
      `{ complaints(first: 200) { edges { node { ${LISTED} } } }
        counted(measure: REFERRED_TO_OMBUDSMAN, first: 200) { edges { node { complaint { ${LISTED} } } } } }`,
    );
    complaints = data.complaints.edges.map(({ node }) => node);
    withCase = data.counted.edges
      .flatMap(({ node: { complaint } }) => complaint ?? [])
      .find(({ __typename }) => __typename === 'CorporateComplaint');
  });
  afterAll(() => product.stop());
  beforeEach(() => product.asked.clear());

  const nodes = (ids: readonly (string | undefined)[], role = 'analyst', fields = FIELDS) =>
    product.ask<Nodes>(role, `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, { ids });

  it('come with their own fields, in their places, by one request to each part', async () => {
    const [ours] = withCase?.ombudsmanCases ?? [];
    const school = complaints.find(({ __typename }) => __typename === 'SchoolsComplaint');
    const { data, errors } = await nodes([ours?.id, UNKNOWN, school?.id, withCase?.id]);
    expect(errors).toBeUndefined();
    const ids = (one: Listed | undefined) => one?.ombudsmanCases.map(({ id }) => ({ id }));
    expect(data.nodes).toEqual([
      { __typename: 'OmbudsmanCase', id: ours?.id, theirs: ours?.reference },
      null,
      {
        __typename: 'SchoolsComplaint',
        id: school?.id,
        reference: school?.reference,
        ombudsmanCases: ids(school),
      },
      { ...withCase, ombudsmanCases: ids(withCase) },
    ]);
    expect(Object.fromEntries(product.asked)).toMatchObject({ insight: 1, corporate: 1, schools: 1 });
  });

  it('are told by their ids alone without asking any other part', async () => {
    const { data } = await nodes([withCase?.id, UNKNOWN], 'analyst', '__typename id');
    expect(data.nodes).toEqual([{ __typename: withCase?.__typename, id: withCase?.id }, null]);
    expect(Object.fromEntries(product.asked)).toEqual({ insight: 1 });
  });

  it('come one by one as well, read together', async () => {
    const { data, errors } = await product.ask<One>(
      'officer',
      `query ($id: ID!, $unknown: ID!) {
        a: node(id: $id) { id ... on CorporateComplaint { ward } ... on Complaint { stages { inTime } } }
        b: node(id: $unknown) { id ... on Complaint { reference } } c: node(id: "7") { id }
      }`,
      { id: complaints[0]?.id, unknown: UNKNOWN },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ a: { id: complaints[0]?.id, stages: expect.any(Array) }, b: null, c: null });
    expect(product.asked.get('insight')).toBe(1);
  });

  it('are null for whoever may not see them, and refused to whoever may see none', async () => {
    const partner = await nodes([withCase?.id, withCase?.ombudsmanCases[0]?.id], 'partner');
    expect(partner.data.nodes).toEqual([null, null]);
    const auditor = await nodes([withCase?.id], 'auditor');
    expect(auditor.data).toEqual({ nodes: null });
    expect(auditor.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
