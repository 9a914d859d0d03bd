import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const ADULTS = path.join(__dirname, '../../demo/extracts/adults-social-care.csv');
const PARTS = ['corporate', 'adults', 'childrens', 'schools', 'intake', 'directory'] as const;
const ALL = `query ($where: AuditFilter) {
  ${PARTS.map((part) => `${part}: ${part}AuditEntries(where: $where) { ...page }`).join('\n')}
}
fragment page on AuditEntryConnection { totalCount edges { node { actor role action subject } } }`;

interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}
type Logs = Record<(typeof PARTS)[number], { readonly edges: readonly { readonly node: Entry }[] }>;

let product: TestProduct;
let complaintId: string;
let rowId: string;

const data = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
  const answer = await product.ask<Data>(role, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const entries = async (where: object = {}): Promise<string[]> => {
  const logs = await data<Logs>('auditor', ALL, { where });
  return PARTS.flatMap((part) =>
    logs[part].edges.map(({ node: { actor, action, subject } }) => `${part}: ${actor} ${action} ${subject}`),
  );
};

beforeAll(async () => {
  product = await startTestProduct();
  await product.load('adults', ADULTS);
  const { complaint } = await data<{ complaint: { id: string } }>(
    'officer',
    '{ complaint(reference: "ASC-C-41727") { id ... on AdultsComplaint { lessons } } }',
  );
  complaintId = complaint.id;
  const { list } = await data<{ list: { edges: { node: { id: string } }[] } }>(
    'officer',
    '{ list: quarantinedRows(first: 1) { edges { node { id cells { column } } } } }',
  );
  rowId = list.edges[0]?.node.id ?? 'none';
  await data(
    'officer',
    `mutation { dismissQuarantinedRow(id: "${rowId}", reason: "A test") { __typename } }`,
  );
  await data(
    'admin',
    'mutation { mapService(written: "Parx", serviceId: "greenspace", from: "2021-04-01") { __typename } }',
  );
});
afterAll(() => product.stop());

describe('the audit logs of all parts, in one query', () => {
  it('are open to nobody who is not signed in, and to no role but the auditor', async () => {
    expect((await product.ask(null, ALL)).status).toBe(401);
    for (const role of ['analyst', 'manager', 'officer', 'partner', 'admin']) {
      const { data: told, errors } = await product.ask<Logs>(role, ALL);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(PARTS.map(() => 'FORBIDDEN'));
      expect(told).toEqual(Object.fromEntries(PARTS.map((part) => [part, null])));
    }
  });

  it('tell who read and who changed what, and the same when asked again', async () => {
    const told = await entries();
    expect(told).toEqual([
      `adults: olu ACCOUNT_READ ${complaintId}`,
      `intake: olu QUARANTINED_ROW_DISMISS ${rowId}`,
      `intake: olu QUARANTINED_ROW_READ ${rowId}`,
      'directory: ada WORD_MAP service/parx',
    ]);
    expect(await entries()).toEqual(told);
  });

  it('have an entry of each reading of people, also of what was read before', async () => {
    const subjects = { subjects: [complaintId] };
    const before = await entries(subjects);
    for (const role of ['officer', 'officer', 'analyst'])
      await product.ask(
        role,
        '{ complaint(reference: "ASC-C-41727") { ... on AdultsComplaint { lessons } } }',
      );
    expect(await entries(subjects)).toHaveLength(before.length + 2);
  });

  it('are narrowed in all parts alike', async () => {
    expect(await entries({ actors: ['ada'] })).toEqual(['directory: ada WORD_MAP service/parx']);
    const read = await entries({ subjects: [complaintId], actions: ['ACCOUNT_READ'] });
    expect([...new Set(read)]).toEqual([`adults: olu ACCOUNT_READ ${complaintId}`]);
    expect(await entries({ to: '2020-01-01' })).toEqual([]);
  });

  it('have no entry of a decision that was refused, or made before', async () => {
    await data(
      'admin',
      'mutation { mapService(written: "Parx", serviceId: "greenspace", from: "2021-04-01") { __typename } }',
    );
    await data(
      'admin',
      'mutation { mapService(written: "Parx", serviceId: "highways", from: "2021-04-01") { __typename } }',
    );
    expect(await entries({ actions: ['WORD_MAP'] })).toHaveLength(1);
  });
});
