import path from 'node:path';
import type { FormattedExecutionResult } from 'graphql';
import type { AuditPage } from '../../platform/audit/audit-entries';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { opensByRole } from '../../platform/identity/roles';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from './subgraph';

const person = (role: string): Identity => ({
  ...{ subject: role, role, scopes: opensByRole(role), streams: ['corporate'], services: [], partner: null },
});
/** When, by whom, to what: the second is of 1 July in London. */
const ENTRIES = [
  ['2021-06-30T22:30:00Z', 'olu', 'corporate-1'],
  ['2021-06-30T23:30:00Z', 'olu', 'corporate-2'],
  ['2021-12-01T00:00:00.000001Z', 'cora', 'corporate-1'],
  ['2021-12-01T00:00:00.000002Z', 'cora', 'corporate-3'],
  ['2021-12-01T23:59:59.999999Z', 'olu', 'corporate-1'],
] as const;

type Page = Pick<AuditPage, 'edges' | 'pageInfo'> & { readonly totalCount: number };

let database: TestDatabase;
let part: RunningSubgraph;
let caller: Identity | null = person('auditor');

beforeAll(async () => {
  database = await testDatabase([corporate]);
  for (const [at, actor, record] of ENTRIES) {
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `select set_config('scope.subject', $1, true), set_config('scope.role', 'officer', true)`,
      [actor],
    );
    await runner.query(
      `insert into corporate.audit_entry (at, actor, role, action, record_id, request_id)
       values ($1, $2, 'officer', 'ACCOUNT_READ', $3, 'a request')`,
      [at, actor, record],
    );
    await runner.commitTransaction();
    await runner.release();
  }
  part = await runSubgraph({
    subgraph: corporate,
    dataSource: database.of('corporate'),
    verifier: {
      verify: async () => {
        if (caller === null) throw new Error('Nobody');
        return caller;
      },
    },
    clock: fixedClock('2022-01-31'),
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

const FIELDS = 'edges { node { actor subject } } pageInfo { hasNextPage endCursor } totalCount';
const ask = (
  args: string,
  as: Identity | null = person('auditor'),
  fields = FIELDS,
): Promise<FormattedExecutionResult> => {
  caller = as;
  return part.execute({
    query: `{ page: corporateAuditEntries${args} { ${fields} } }`,
    variables: {},
    operationName: null,
    identityToken: as === null ? null : 'vouched for',
    requestId: 'test',
    signal: new AbortController().signal,
  });
};
const page = async (args: string): Promise<Page> => {
  const { data, errors } = await ask(args);
  expect(errors).toBeUndefined();
  return (data as { page: Page }).page;
};
const told = async (where: string) => {
  const { edges, totalCount } = await page(`(where: { ${where} })`);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => `${node.actor} ${node.subject}`);
};

describe('the audit log of a part', () => {
  it('is told to nobody who is not signed in', async () => {
    expect(await ask('', null)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each(['analyst', 'manager', 'officer', 'partner', 'admin'])(
    'is not told to the role %s',
    async (role) => {
      const { data, errors } = await ask('', person(role));
      expect([data, errors?.[0]?.extensions?.code]).toEqual([{ page: null }, 'FORBIDDEN']);
      const rows = await withSettings(database.of('corporate'), { subject: role, role }, (runner) =>
        runner.query('select * from corporate.audit_entry'),
      );
      expect(rows).toEqual([]);
    },
  );

  it.each([
    ['(where: { from: "2021-02-30" })', '`where.from` is no day'],
    ['(where: { to: "0000-01-01" })', '`where.to` is no day'],
    ['(where: { to: "yesterday" })', '`where.to` is no day'],
    ['(where: { actors: [] })', '`where.actors` is empty'],
    ['(where: { actions: [] })', '`where.actions` is empty'],
    ['(where: { subjects: [] })', '`where.subjects` is empty'],
    ['(first: 201)', '`first` is 201'],
    ['(after: "nothing")', '`after` is no cursor'],
  ])('refuses %s with words', async (args, message) => {
    const { errors } = await ask(args);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('tells who did what, to what and when, the newest first, and the same again', async () => {
    const NODE = 'edges { node { id at actor role action subject request } } totalCount';
    const first = await ask('(first: 1)', person('auditor'), NODE);
    expect(first.data).toEqual({
      page: {
        edges: [
          {
            node: {
              ...{ id: 'corporate-5', at: '2021-12-01T23:59:59.999Z', actor: 'olu', role: 'officer' },
              ...{ action: 'ACCOUNT_READ', subject: 'corporate-1', request: 'a request' },
            },
          },
        ],
        totalCount: 5,
      },
    });
    expect(await ask('(first: 1)', person('auditor'), NODE)).toEqual(first);
  });

  it('is narrowed by day of London, person, action and subject, all at once', async () => {
    expect(await told('to: "2021-06-30"')).toEqual(['olu corporate-1']);
    expect(await told('from: "2021-07-01", to: "2021-07-01"')).toEqual(['olu corporate-2']);
    expect(await told('from: "2021-12-01", to: "2021-12-01"')).toHaveLength(3);
    expect(await told('from: "2021-12-02"')).toEqual([]);
    expect(await told('from: "1900-01-01", to: "9999-12-31"')).toHaveLength(5);
    expect(await told('actors: ["cora", "nobody"]')).toEqual(['cora corporate-3', 'cora corporate-1']);
    expect(await told('subjects: ["corporate-1"]')).toHaveLength(3);
    expect(await told('actions: [ACCOUNT_READ]')).toHaveLength(5);
    expect(await told('actions: [IMPORT_UNDO]')).toEqual([]);
    expect(await told('actors: ["olu"], subjects: ["corporate-1"], from: "2021-07-01"')).toEqual([
      'olu corporate-1',
    ]);
  });

  it('is read page by page, without skipping or repeating entries of nearly the same moment', async () => {
    const all: string[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { edges, pageInfo, totalCount } = await page(`(first: 1${after})`);
      all.push(...edges.map(({ node }) => `${node.actor} ${node.subject}`));
      expect(totalCount).toBe(5);
      more = pageInfo.hasNextPage;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(all).toEqual(ENTRIES.map(([, actor, record]) => `${actor} ${record}`).reverse());
    const { errors } = await ask(`(where: { actors: ["olu"] }${after})`);
    expect(errors).toMatchObject([{ message: expect.stringContaining('cursor of another query') }]);
  });
});
