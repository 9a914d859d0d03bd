import { fixedClock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import { findDuplicatesOn } from '../../scripts/import/find-duplicates-on';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { hasUnsearched } from '../../subgraphs/intake/subgraph';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const SUMMARY = 'The school bus was late three times and nobody rang back';

const corporate = (...rows: [reference: string, forename: string, surname: string, summary: string][]) =>
  `\uFEFF${HEADER}\r\n${rows
    .map(
      ([reference, forename, surname, summary]) =>
        `${reference},Corporate Complaint,1,,,04/05/2021,,,06/05/2021,Closed,UPH,,Parking,Delay,Letter,,,,,,${forename},${surname},,,${summary},07/05/2021 10:00\r\n`,
    )
    .join('')}`;
const childrens = (...rows: [caseNumber: string, name: string, summary: string][]) =>
  rows
    .map(([caseNumber, name, summary]) =>
      JSON.stringify({
        ...{
          caseNumber,
          team: 'MASSH',
          channel: 'PHONE',
          complainant: { relationship: 'Parent', name },
          summary,
        },
        stages: [{ stage: 1, startedAt: '2021-05-07T10:00:00+01:00', completedAt: null, outcome: null }],
      }),
    )
    .join('\n');

const PAIRS = `query ($where: LikelyDuplicateFilter, $first: Int, $after: String) {
  likelyDuplicates(where: $where, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id records { source record owner } reasons { code message } days state decidedBy decidedAt reason } } } }`;
const OUTCOME = `__typename
  ... on DuplicateDecided { duplicate { id state decidedBy decidedAt reason } }
  ... on DuplicateDecidedAlready { decided { state decidedBy } }
  ... on Refusal { code message }`;
const CONFIRM = `mutation ($id: ID!, $reason: String = "She wrote to both") {
  done: confirmDuplicate(id: $id, reason: $reason) { ${OUTCOME} } }`;
const REFUSE = `mutation ($id: ID!, $reason: String = "Two buses") {
  done: refuseDuplicate(id: $id, reason: $reason) { ${OUTCOME} } }`;
const UNDO = `mutation ($run: ID!) { done: undoImport(run: $run, reason: "The wrong file") { __typename } }`;

interface Pair {
  readonly id: string;
  readonly records: readonly { readonly record: string; readonly owner: string | null }[];
}
interface Pairs {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Pair }[];
}

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await product.loadText(
    'corporate-crm',
    corporate(
      ['100275363', 'Imran', 'Moss', SUMMARY],
      ['100275364', 'Ewan', 'Lomas', 'As said about CSC-2199'],
      ['100275365', 'Una', 'Abbott', 'Nothing alike'],
    ),
  );
  expect([await isUnsearched(), await find(), await isUnsearched()]).toEqual([true, 0, false]);
  await product.loadText(
    'childrens',
    childrens(['CSC-2198', 'Mr Imran MOSS', SUMMARY], ['CSC-2199', 'Ewan Lomas', '']),
  );
  expect([await isUnsearched(), await find(), await find(), await isUnsearched()]).toEqual([
    true,
    2,
    0,
    false,
  ]);
});
afterAll(() => product.stop());

const find = () =>
  findDuplicatesOn({
    schemas: product.schemas,
    settings: { clock: fixedClock(TODAY), authority: 'stockport' },
  });
const isUnsearched = () =>
  inTransaction(product.schemas.of('intake'), { subject: 'import', role: 'import' }, hasUnsearched);
const data = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
  const answer = await product.ask<Data>(role, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const decide = async (role: string, mutation: string, variables: object): Promise<object> =>
  (await data<{ done: object }>(role, mutation, variables)).done;
const listed = async (variables: object = {}): Promise<Pairs> =>
  (await data<{ likelyDuplicates: Pairs }>('officer', PAIRS, variables)).likelyDuplicates;
const idOf = async (record: string): Promise<string> =>
  (await listed()).edges.find(({ node }) => node.records.some((each) => each.record === record))?.node.id ??
  'none';
const FIGURES = '{ measures(by: [STREAM]) { rows { stream received closed } } }';

describe('likely duplicates', () => {
  it('are asked for by nobody who is not signed in, and by no role but officers and admins', async () => {
    for (const [query, variables] of [
      [PAIRS, {}],
      [CONFIRM, { id: 'any' }],
      [REFUSE, { id: 'any' }],
    ] as const) {
      const nobody = await product.ask(null, query, variables);
      expect([nobody.status, nobody.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      for (const role of ['analyst', 'manager', 'partner', 'auditor']) {
        const { status, errors } = await product.ask(role, query, variables);
        const refused = query === PAIRS ? 200 : 403;
        expect([role, status, errors?.[0]?.extensions.code]).toEqual([role, refused, 'FORBIDDEN']);
      }
    }
  });

  it('are listed with their reasons, the likeliest first', async () => {
    expect(await listed()).toMatchObject({
      totalCount: 2,
      edges: [
        {
          node: {
            records: [
              { source: 'childrens', record: 'CSC-2199', owner: 'childrens' },
              { source: 'corporate-crm', record: '100275364', owner: 'corporate' },
            ],
            reasons: [{ code: 'NAMES_REFERENCE' }, { code: 'SAME_NAME' }, { code: 'NEAR_IN_TIME' }],
          },
        },
        {
          node: {
            records: [{ record: 'CSC-2198' }, { record: '100275363' }],
            reasons: [
              { code: 'SAME_WORDS' },
              { code: 'SAME_NAME' },
              { code: 'NEAR_IN_TIME', message: 'They were received 3 days apart.' },
            ],
            ...{ days: 3, state: 'OPEN', decidedBy: null, decidedAt: null, reason: null },
          },
        },
      ],
    });
    expect(await data('admin', PAIRS)).toMatchObject({ likelyDuplicates: { totalCount: 2 } });
  });

  it('come page by page, and narrowed', async () => {
    const first = await listed({ first: 1 });
    const second = await listed({ first: 1, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([first, second].map(({ edges }) => edges[0]?.node.records[0]?.record)).toEqual([
      'CSC-2199',
      'CSC-2198',
    ]);
    for (const [where, count] of [
      [{ sources: ['corporate-crm'], owners: ['childrens'], states: ['OPEN'] }, 2],
      [{ sources: ['adults'] }, 0],
      [{ owners: ['schools'] }, 0],
      [{ states: ['REFUSED', 'CONFIRMED'] }, 0],
    ] as const)
      expect([where, (await listed({ where })).totalCount]).toEqual([where, count]);
    const { errors } = await product.ask('officer', PAIRS, {
      after: first.pageInfo.endCursor,
      where: { owners: [] },
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('are shown at a record', async () => {
    const asked = `{ complaint(reference: "100275363") { stages { lineage {
      record likelyDuplicates { records { record } state } } } } }`;
    const shown = { records: [{ record: 'CSC-2198' }, { record: '100275363' }], state: 'OPEN' };
    const lineage = { record: '100275363', likelyDuplicates: [shown] };
    expect(await data('officer', asked)).toEqual({ complaint: { stages: [{ lineage }] } });
    const none = asked.replace('100275363', '100275365');
    expect(await data('officer', none)).toMatchObject({
      complaint: { stages: [{ lineage: { likelyDuplicates: [] } }] },
    });
    const refused = await product.ask('analyst', asked);
    expect(refused.data).toEqual({ complaint: { stages: [{ lineage: null }] } });
    expect(refused.errors).toMatchObject([
      { path: ['complaint', 'stages', 0, 'lineage'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('are confirmed once, which changes no figure', async () => {
    const figures = await data('analyst', FIGURES);
    const id = await idOf('CSC-2198');
    expect(await decide('officer', CONFIRM, { id, reason: ' ' })).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await decide('officer', CONFIRM, { id: 'none' })).toMatchObject({ code: 'DUPLICATE_NOT_FOUND' });
    const confirmed = await decide('officer', CONFIRM, { id });
    expect(confirmed).toMatchObject({
      __typename: 'DuplicateDecided',
      duplicate: { id, state: 'CONFIRMED', decidedBy: 'olu', reason: 'She wrote to both' },
    });
    expect(await decide('officer', CONFIRM, { id })).toEqual(confirmed);
    for (const [role, mutation] of [
      ['officer', REFUSE],
      ['admin', CONFIRM],
      ['admin', REFUSE],
    ] as const)
      expect(await decide(role, mutation, { id })).toMatchObject({
        ...{ __typename: 'DuplicateDecidedAlready', code: 'DUPLICATE_DECIDED_ALREADY' },
        decided: { state: 'CONFIRMED', decidedBy: 'olu' },
      });
    expect(await data('analyst', FIGURES)).toEqual(figures);
    const noted = await inTransaction(
      product.schemas.of('intake'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query(
          `select actor, action, record_id from intake.audit_entry where action ~ '^DUPLICATE'`,
        ),
    );
    expect(noted).toEqual([{ actor: 'olu', action: 'DUPLICATE_CONFIRM', record_id: id }]);
  });

  it('are refused, and not suggested again', async () => {
    const id = await idOf('CSC-2199');
    const refused = await decide('admin', REFUSE, { id });
    expect(refused).toMatchObject({ duplicate: { state: 'REFUSED', decidedBy: 'ada' } });
    expect(await decide('admin', REFUSE, { id })).toEqual(refused);
    await product.loadText('childrens', childrens(['CSC-2199', 'Ewan Lomas', 'Again: 100275364']));
    expect([await isUnsearched(), await find()]).toEqual([true, 0]);
    expect((await listed({ where: { states: ['OPEN'] } })).totalCount).toBe(0);
    expect((await listed({ where: { states: ['REFUSED'] } })).edges[0]?.node.id).toBe(id);
  });

  it('are listed no longer once an import is undone, and as they were decided when it comes again', async () => {
    await product.loadText('childrens', childrens(['CSC-3000', 'Una Abbott', 'Unlike']));
    expect(await find()).toBe(1);
    const before = await listed();
    const run = (
      await data<{ imports: { id: string; source: string; state: string }[] }>(
        'admin',
        '{ imports { id source state } }',
      )
    ).imports;
    for (const { id } of run.filter(({ source }) => source === 'childrens')) {
      expect(await decide('admin', UNDO, { run: id })).toEqual({ __typename: 'Amended' });
      await product.carryOut();
    }
    const open = before.edges.find(({ node }) => node.records[0]?.record === 'CSC-3000')?.node.id;
    expect([before.totalCount, (await listed()).totalCount]).toEqual([3, 0]);
    expect(await decide('officer', CONFIRM, { id: open })).toMatchObject({ code: 'DUPLICATE_NOT_FOUND' });
    expect([await isUnsearched(), await find(), (await listed()).totalCount]).toEqual([true, 0, 0]);
    await product.loadText('childrens', childrens(['CSC-2198', 'Imran Moss', SUMMARY]));
    expect([await find(), (await listed()).edges]).toMatchObject([0, [{ node: { state: 'CONFIRMED' } }]]);
  });
});
