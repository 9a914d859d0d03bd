import path from 'node:path';
import { Client } from 'pg';
import { sealLog } from '../../platform/audit/seals/seal-log';
import { verifyLog } from '../../platform/audit/seals/verify-log';
import { systemClock } from '../../platform/config/clock';
import { openAuditSigner } from '../../scripts/product/audit';
import type { Answer } from '../../scripts/testing/running-product';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const CORPORATE = path.join(__dirname, '../../demo/extracts/corporate-crm.csv');
const PARTS = [
  'corporate',
  'adults',
  'childrens',
  'schools',
  'intake',
  'directory',
  'guidance',
  'insight',
  'reviews',
  'ombudsman',
  'telephony',
  'access',
] as const;
const command = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;
const officer = (subject: string) => ({
  ...{ subject, role: 'officer', streams: ['corporate'], services: [], partner: null },
});
type As = Parameters<TestProduct['ask']>[0];

let product: TestProduct;
let id = '';
let key = { id: '', secret: '' };
beforeAll(async () => {
  product = await startTestProduct();
  await product.load('corporate-crm', CORPORATE);
  const { list } = await done<{ list: { edges: { node: { id: string } }[] } }>(
    'analyst',
    '{ list: complaints(first: 1) { edges { node { id } } } }',
  );
  id = list.edges[0]?.node.id ?? '';
});
afterAll(() => product.stop());

const done = async <Data>(as: As, query: string): Promise<Data> => {
  const { data, errors } = await product.ask<Data>(as, query);
  expect({ query, errors }).toEqual({ query, errors: undefined });
  return data;
};
const refused = async (as: As, query: string): Promise<void> => {
  const { errors } = await product.ask(as, query);
  expect({ query, code: errors?.[0]?.extensions.code }).toEqual({ query, code: 'FORBIDDEN' });
};
const people = () => `{ complaint(id: "${id}") { ... on CorporateComplaint { accounts { name } } } }`;

/** What is in all logs of what these did, page by page, two entries at a time, each as a line. */
async function found(where: object): Promise<string[]> {
  const lines: string[] = [];
  for (const part of PARTS) {
    for (let after: string | null = null, isMore = true; isMore; ) {
      const answer: Answer<{ log: Page }> = await product.ask(
        'auditor',
        `query ($where: AuditFilter, $after: String) { log: ${part}AuditEntries(where: $where, first: 2, after: $after) {
          edges { node { actor role action subject } } pageInfo { hasNextPage endCursor } } }`,
        { where, after },
      );
      const { data, errors } = answer;
      expect(errors).toBeUndefined();
      lines.push(...data.log.edges.map(({ node }) => Object.values(node).join(' ')));
      ({ endCursor: after, hasNextPage: isMore } = data.log.pageInfo);
    }
  }
  return lines;
}
interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, string>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Seals every log and verifies it: a sentence for each thing that is wrong. */
async function verified(): Promise<string[]> {
  const signer = await openAuditSigner(product.settings);
  const problems: string[] = [];
  for (const schema of PARTS) {
    const dataSource = product.schemas.of(schema);
    await sealLog(dataSource, schema, systemClock);
    problems.push(...(await verifyLog(dataSource, { schema, signer, heads: [] })).problems);
  }
  return problems;
}

describe('a day of work, as the audit logs tell of it', () => {
  it('is worked', async () => {
    await done('officer', people());
    await done(
      'admin',
      'mutation { mapService(written: "Parx", serviceId: "greenspace", from: "2021-04-01") { __typename } }',
    );
    await done(
      'officer',
      `mutation { restrictCorporateComplaint(command: "${command(1)}", id: "${id}", kind: STAFF_COMPLAINED_ABOUT,
        reason: "About a colleague", named: ["olu"], complainedAbout: ["dan"]) { __typename } }`,
    );
    await done(officer('cora'), people());
    await done(
      officer('una'),
      `mutation { openRestrictedCorporateComplaint(command: "${command(2)}", id: "${id}", reason: "The named officer is away today") { __typename } }`,
    );
    const { made } = await done<{ made: { secret: string; key: { id: string } } }>(
      'admin',
      `mutation { made: createKey(command: "${command(3)}", key: { name: "Reports", owner: "Team", role: "analyst", expiresInDays: 30 }) {
        ... on KeyMade { secret key { id } } } }`,
    );
    key = { id: made.key.id, secret: made.secret };
    await done('admin', `mutation { revokeKey(id: "${key.id}", reason: "Not needed") { __typename } }`);
    await done('partner', '{ measures(by: []) { asAt } }');
    await done(
      'analyst',
      'mutation { noteFile(name: "complaints.csv", filter: "streams=CORPORATE", rows: 318) }',
    );
  });

  it('has its refusals', async () => {
    await refused('analyst', '{ mine: keys { totalCount } }');
    for (let times = 0; times < 3; times += 1) await refused('manager', '{ jobs { totalCount } }');
    await refused('partner', '{ faults { totalCount } }');
    await refused(
      'officer',
      'mutation { addBankHoliday(day: "2027-06-14", name: "a", reason: "b") { __typename } }',
    );
    await done('analyst', '{ any: complaint(id: "corporate-00000000-0000-8000-a000-000000000000") { id } }');
    const answer = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${key.id}:${key.secret}`).toString('base64')}`,
      },
      body: '{"query":"{ caller { subject } }"}',
    });
    expect(answer.status).toBe(401);
    // They are told to the part half a second later.
    await new Promise((go) => setTimeout(go, 1_200));
  });

  it.each<[string, object, () => readonly string[]]>([
    [
      'who read people',
      { actors: ['olu'], actions: ['ACCOUNT_READ'] },
      () => [`olu officer ACCOUNT_READ ${id}`],
    ],
    ['who said what a word means', { actions: ['WORD_MAP'] }, () => ['ada admin WORD_MAP service/parx']],
    [
      'who restricted a case',
      { actions: ['CASE_RESTRICT'] },
      () => [expect.stringContaining('olu officer CASE_RESTRICT')],
    ],
    ['who broke glass', { actors: ['una'] }, () => [expect.stringMatching(/^una officer CASE_OPEN /)]],
    [
      'who made and ended a key',
      { actions: ['KEY_MAKE', 'KEY_REVOKE'] },
      () => [`ada admin KEY_REVOKE ${key.id}`, `ada admin KEY_MAKE ${key.id}`],
    ],
    [
      'who took a file away',
      { actions: ['FILE_TAKE'] },
      () => ['ana analyst FILE_TAKE complaints.csv/streams=CORPORATE/318 rows'],
    ],
    [
      'who was refused, and for what',
      { actions: ['ASKING_REFUSED'] },
      () =>
        expect.arrayContaining([
          'ana analyst ASKING_REFUSED FORBIDDEN/keys',
          'ana analyst ASKING_REFUSED NOT_FOUND/complaint',
          'mark manager ASKING_REFUSED FORBIDDEN/jobs',
          'olu officer ASKING_REFUSED FORBIDDEN/addBankHoliday',
          'cora officer ASKING_REFUSED CASE_CLOSED/complaint',
          'sid partner ASKING_REFUSED FORBIDDEN/faults',
          `${key.id} key ASKING_REFUSED UNAUTHENTICATED/sign-in`,
        ]) as unknown as string[],
    ],
  ])('tells the auditor %s', async (_what, where, expected) => {
    expect(await found(where)).toEqual(expected());
  });

  it('tells in few entries of what was refused again and again, and of nothing that was written', async () => {
    const of = await found({ actors: ['mark'] });
    expect(of).toEqual(['mark manager ASKING_REFUSED FORBIDDEN/jobs']);
    expect((await found({})).join('\n')).not.toMatch(/mine|any|colleague|away today/);
  });

  it('keeps what a partner asked beside', async () => {
    const { list } = await done<{ list: { edges: { node: { credential: string; asked: string[] } }[] } }>(
      'auditor',
      '{ list: partnerRequests { edges { node { credential asked } } } }',
    );
    expect(list.edges.map(({ node }) => node.asked).sort()).toEqual([['faults'], ['measures']]);
  });

  it('is whole; and one row that is changed past the product is found', async () => {
    expect(await verified()).toEqual([]);
    const { log } = await done<{ log: { seal: object } }>(
      'auditor',
      '{ log: accessAuditEntries(first: 1) { seal { number hash waiting } } }',
    );
    expect(log.seal).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), waiting: 0 });
    const owner = new Client({ connectionString: product.database.urlFor('access') });
    await owner.connect();
    await owner.query('alter table access.audit_entry no force row level security');
    const { rowCount } = await owner.query(
      `update access.audit_entry set actor = 'cora' where action = 'FILE_TAKE'`,
    );
    await owner.query('alter table access.audit_entry force row level security');
    await owner.end();
    expect([rowCount, (await verified()).length > 0]).toEqual([1, true]);
  });
});
