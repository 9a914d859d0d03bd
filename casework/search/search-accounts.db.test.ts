import path from 'node:path';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { removeHistory } from '../records/remove-history';
import { account, historicStage } from '../records/testing';

const OFFICER: Identity = {
  ...{ subject: 'olu', role: 'officer', scopes: ['facts', 'accounts'] },
  ...{ streams: ['corporate'], services: [], partner: null },
};
const target = () => ({
  ...{ dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
});
const stage = (reference: string, receivedOn: string, facts: Parameters<typeof account>[0]) =>
  historicStage({ reference, receivedOn, account: account(facts) });

let database: TestDatabase;
let part: RunningSubgraph;
let caller: Identity | null = OFFICER;

beforeAll(async () => {
  database = await testDatabase([corporate]);
  await recordHistory(target(), [
    stage('100', '2021-05-04', {
      ...{ forename: 'Zoë', surname: 'O’Madeup', postcode: 'ZZ1 3XE', email: 'zoe@example.org' },
      summary: 'The bins were not collected, and there is mould in the hall.',
    }),
    stage('200', '2021-06-01', { name: 'Invented Patelmade', summary: 'Nobody collects the brown bin.' }),
    stage('300', '2021-06-01', { name: 'Will Nobody', summary: 'Mould.' }),
    historicStage({ reference: '400' }),
  ]);
  part = await runSubgraph({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), clock: fixedClock('2021-10-01') },
    verifier: {
      verify: async () => {
        if (caller === null) throw new Error('Nobody');
        return caller;
      },
    },
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
  });
});
afterAll(async () => {
  await part?.stop();
  await database?.stop();
});

const search = (
  words: string,
  { first = 50, after = null as string | null, as = OFFICER as Identity | null } = {},
) => {
  caller = as;
  return part.execute({
    query: `query ($words: String!, $first: Int, $after: String) {
      found: corporateAccountSearch(words: $words, first: $first, after: $after) {
        edges { node { stage receivedOn complaint { __typename id reference } } } pageInfo { hasNextPage endCursor } } }`,
    variables: { words, first, after },
    operationName: null,
    identityToken: as && 'vouched for',
    requestId: 'request-1',
    signal: new AbortController().signal,
  });
};
interface Found {
  edges: { node: { complaint: { reference: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const pageOf = async (...asked: Parameters<typeof search>) => (await search(...asked)).data?.found as Found;
const referencesOf = (page: Found) => page.edges.map(({ node }) => node.complaint.reference);
const found = async (words: string) => referencesOf(await pageOf(words)).sort();
const audited = () =>
  inTransaction(database.of('corporate'), { subject: 'aud', role: 'auditor' }, ({ query }) =>
    query('select actor, role, action, record_id, request_id from corporate.audit_entry'),
  );
const codeOf = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).errors?.map(({ extensions }) => extensions?.code);

describe('searching people and narratives', () => {
  it('is open to officers cleared for the stream alone', async () => {
    expect(await codeOf('mould', { as: null })).toEqual(['UNAUTHENTICATED']);
    for (const as of [
      { ...OFFICER, streams: ['schools'] },
      { ...OFFICER, role: 'manager' },
      { ...OFFICER, role: 'analyst' },
    ])
      expect(await codeOf('mould', { as })).toEqual(['FORBIDDEN']);
    expect(await audited()).toEqual([]);
  });

  it.each(['', ' - ', 'a b', 'x'.repeat(101), 'ab '.repeat(11)])(
    'refuses what nothing is found by: “%s”',
    async (words) => {
      expect(await codeOf(words)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it.each([
    ['zoe', ['100']],
    ['ZOË', ['100']],
    ["o'madeup", ['100']],
    ['omade', ['100']],
    ['zz13xe', ['100']],
    ['ZZ1 3XE', ['100']],
    ['zoe@example.org', ['100']],
    ['patelm', ['200']],
    ['collecting bins', ['100', '200']],
    ['the bin zoe', ['100']],
    ['mould', ['100', '300']],
    ['will', ['300']],
    ['mould patelmade', []],
    ["'); drop table x --", []],
    ['mould | zoe', ['100']],
  ])('finds what holds all words, as a name is written or a word is bent: %s', async (words, references) => {
    expect(await found(words)).toEqual(references);
  });

  it('gives the newest first, page by page, and no cursor to another search', async () => {
    const first = await pageOf('mould', { first: 1 });
    expect([referencesOf(first), first.pageInfo.hasNextPage]).toEqual([['300'], true]);
    const { endCursor } = first.pageInfo;
    const second = await pageOf('mould', { first: 1, after: endCursor });
    expect([referencesOf(second), second.pageInfo.hasNextPage]).toEqual([['100'], false]);
    expect(await codeOf('bins', { first: 1, after: endCursor })).toEqual(['BAD_USER_INPUT']);
  });

  it('records that somebody searched, each time, and not for what', async () => {
    const before = await audited();
    await search('Patelmade');
    const entries = await audited();
    expect(entries).toHaveLength(before.length + 1);
    expect(entries.at(-1)).toEqual({
      ...{ actor: 'olu', role: 'officer', action: 'ACCOUNT_SEARCH' },
      ...{ record_id: 'corporate', request_id: 'request-1' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/patel/i);
  });

  it('follows what is changed and removed', async () => {
    await recordHistory(target(), [stage('200', '2021-06-01', { name: 'Another Inventedone' })]);
    expect([await found('patelmade'), await found('inventedone')]).toEqual([[], ['200']]);
    await inTransaction(database.of('corporate'), { subject: 'import', role: 'import' }, (transaction) =>
      removeHistory(transaction, target(), [{ source: 'corporate-crm', key: '200' }]),
    );
    expect(await found('inventedone')).toEqual([]);
  });

  it('lets no login past the function, and the function nobody who is not cleared', async () => {
    const run = (sql: string, streams: readonly string[]) =>
      inTransaction(
        database.of('corporate'),
        { ...{ subject: 'olu', role: 'officer' }, streams },
        ({ query }) => query(sql),
      );
    await expect(run('select * from corporate.account_words', ['corporate'])).rejects.toThrow(
      'permission denied',
    );
    await expect(run("select corporate.words_of('a', 'b')", ['corporate'])).rejects.toThrow(
      'permission denied',
    );
    const asked = "select * from corporate.search_accounts('mould', null, null, 10)";
    expect(await run(asked, ['corporate'])).toHaveLength(2);
    expect(await run(asked, ['schools'])).toEqual([]);
    expect(await run(asked, [])).toEqual([]);
  });
});
