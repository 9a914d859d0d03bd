import path from 'node:path';
import { fixedClock } from '../../../platform/config/clock';
import { createLogger } from '../../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../../platform/server/run-subgraph';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow, withSettings } from '../testing';

let database: TestDatabase;
let running: RunningSubgraph;
let caller = { role: 'admin', streams: [] as string[] };

const fault = (line: number, code: string) => ({
  ...{ line, code, column: 'Ref', value: 'as written', action: 'Noted.' },
});

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const intake = database.of('intake');
  await loadRows(intake, {
    source: 'first',
    rows: [
      takenRow({ faults: [fault(2, 'STRANGE')] }),
      takenRow({ identity: '2', line: 3, keeper: 'schools', faults: [fault(3, 'STRANGE'), fault(3, 'ODD')] }),
      {
        ...{ kind: 'quarantined', line: 4, contentHash: 'no owner', raw: { Ref: '', More: ['a'] } },
        faults: [{ ...fault(4, 'BROKEN'), value: null }],
      },
    ],
  });
  await loadRows(intake, {
    source: 'second',
    rows: [
      {
        ...{ kind: 'quarantined', owner: 'schools', line: 7, contentHash: 'of schools', raw: { Ref: '9' } },
        faults: [fault(7, 'BROKEN'), fault(7, 'ODD')],
      },
    ],
  });
  running = await runSubgraph({
    subgraph,
    dataSource: intake,
    verifier: {
      verify: async () => ({ subject: 'olu', scopes: [], services: [], partner: null, ...caller }),
    },
    clock: fixedClock('2022-01-31'),
    logger: createLogger({ level: 'silent' }),
    schemaDirectory: path.join(__dirname, '../../../schema'),
  });
});
afterAll(async () => {
  await running.stop();
  await database.stop();
});

const ask = (query: string, as: Partial<typeof caller> = {}) => {
  caller = { role: 'admin', streams: [], ...as };
  return running.execute({
    query,
    variables: {},
    operationName: null,
    identityToken: 'vouched for',
    requestId: 'test',
    signal: new AbortController().signal,
  });
};

interface Page {
  readonly totalCount: number;
  readonly edges: { node: Record<string, unknown> }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
}
const listed = async (field: string, args: string, node: string, as: Partial<typeof caller> = {}) => {
  const answer = await ask(
    `{ ${field}(${args}) { totalCount edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`,
    as,
  );
  expect(answer.errors).toBeUndefined();
  return (answer.data as Record<string, Page>)[field] as Page;
};
const codes = async (args: string, as: Partial<typeof caller> = {}) => {
  const { totalCount, edges } = await listed('faults', args, 'line code', as);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => `${node.line} ${node.code}`);
};
const ids = async (args: string, as: Partial<typeof caller> = {}) => {
  const { totalCount, edges } = await listed('quarantinedRows', args, 'id line', as);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.line);
};

describe('faults', () => {
  it('are listed with their import, in its order', async () => {
    const { edges } = await listed(
      'faults',
      'first: 1',
      'id source run file foundAt owner line column code value action',
    );
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ id: '1-1', source: 'first', run: '1', file: 'first.csv', foundAt: '2022-01-31T12:00:00.000Z' },
        ...{
          owner: 'corporate',
          line: 2,
          column: 'Ref',
          code: 'STRANGE',
          value: 'as written',
          action: 'Noted.',
        },
      },
    ]);
  });

  it.each([
    ['all', 'first: 9', ['2 STRANGE', '3 STRANGE', '3 ODD', '4 BROKEN', '7 BROKEN', '7 ODD']],
    ['of a source', 'where: { sources: ["second"] }', ['7 BROKEN', '7 ODD']],
    ['of a source that there is not', 'where: { sources: ["third"] }', []],
    ['of a run', 'where: { runs: ["2"] }', ['7 BROKEN', '7 ODD']],
    ['with a code', 'where: { codes: ["ODD"] }', ['3 ODD', '7 ODD']],
    [
      'with one of several codes',
      'where: { codes: ["ODD", "BROKEN"] }',
      ['3 ODD', '4 BROKEN', '7 BROKEN', '7 ODD'],
    ],
    ['of an owner', 'where: { owners: ["schools"] }', ['3 STRANGE', '3 ODD', '7 BROKEN', '7 ODD']],
    ['of several things at once', 'where: { owners: ["schools"], codes: ["ODD"], runs: ["1"] }', ['3 ODD']],
    ['of a day', 'where: { from: "2022-01-31", to: "2022-01-31", codes: ["ODD"] }', ['3 ODD', '7 ODD']],
    ['before a day', 'where: { to: "2022-01-30" }', []],
    ['after a day', 'where: { from: "2022-02-01" }', []],
  ])('%s', async (_, args, expected) => {
    expect(await codes(args)).toEqual(expected);
  });

  it('are paged to their end without one twice or left out', async () => {
    const lines: unknown[] = [];
    for (let after = ''; ; ) {
      const { edges, pageInfo } = await listed('faults', `first: 2 ${after}`, 'id');
      lines.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    expect(lines).toEqual(['1-1', '1-2', '1-3', '1-4', '2-1', '2-2']);
  });

  it.each([
    ['first: 0', '1 to 200'],
    ['first: 201', '1 to 200'],
    ['after: "nothing"', 'no cursor of this list'],
    ['where: { runs: ["one"] }', '`where.runs`'],
    ['where: { from: "31/01/2022" }', '`where.from`'],
    ['where: { to: "2022-02-30" }', '`where.to`'],
  ])('are refused for %s', async (args, words) => {
    const { errors } = await ask(`{ faults(${args}) { totalCount } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each([
    ['an officer cleared for schools', { role: 'officer', streams: ['schools'] }, 4],
    ['an officer cleared for both', { role: 'officer', streams: ['corporate', 'schools'] }, 5],
    ['an officer cleared for nothing', { role: 'officer' }, 0],
    ['an analyst', { role: 'analyst', streams: ['schools'] }, 0],
    ['a manager', { role: 'manager', streams: ['schools'] }, 0],
    ['an auditor', { role: 'auditor' }, 0],
  ])('%s sees', async (_, as, seen) => {
    expect(await codes('first: 9', as)).toHaveLength(seen);
  });
});

describe('quarantined rows', () => {
  const OWNED = 'where: { owners: ["schools"] }';

  it('are listed with where they were met and what is wrong with them', async () => {
    const { edges } = await listed(
      'quarantinedRows',
      OWNED,
      'source owner firstMetAt run file line reasons { column code value action } cells { column value }',
    );
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ source: 'second', owner: 'schools', firstMetAt: '2022-01-31T12:00:00.000Z', run: '2' },
        ...{ file: 'second.csv', line: 7, cells: [{ column: 'Ref', value: '9' }] },
        reasons: ['BROKEN', 'ODD'].map((code) => ({
          column: 'Ref',
          code,
          value: 'as written',
          action: 'Noted.',
        })),
      },
    ]);
  });

  it.each([
    ['all', 'first: 9', [4, 7]],
    ['of a source', 'where: { sources: ["first"] }', [4]],
    ['first met by a run', 'where: { runs: ["2"] }', [7]],
    ['with a code among others', 'where: { codes: ["ODD"] }', [7]],
    ['with a code that none has', 'where: { codes: ["STRANGE"] }', []],
    ['first met before a day', 'where: { to: "2022-01-30" }', []],
  ])('%s', async (_, args, expected) => {
    expect(await ids(args)).toEqual(expected);
  });

  it('keep their names and their order when their file comes again', async () => {
    const before = await listed('quarantinedRows', 'first: 9', 'id');
    await loadRows(database.of('intake'), {
      source: 'second',
      rows: [
        {
          kind: 'quarantined',
          owner: 'schools',
          line: 3,
          contentHash: 'of schools',
          raw: { Ref: '9' },
          faults: [],
        },
      ],
    });
    expect((await listed('quarantinedRows', 'first: 9', 'id')).edges).toEqual(before.edges);
    expect(await ids('first: 9')).toEqual([4, 3]);
  });

  it.each([
    ['an officer cleared for schools', { role: 'officer', streams: ['schools'] }, 1],
    ['an officer cleared for another stream', { role: 'officer', streams: ['corporate'] }, 0],
    ['an analyst', { role: 'analyst', streams: ['schools'] }, 0],
    ['an auditor', { role: 'auditor' }, 0],
  ])('%s sees', async (_, as, seen) => {
    expect(await ids('first: 9', as)).toHaveLength(seen);
  });

  it('are found by their id, by those who may see them', async () => {
    const { edges } = await listed('quarantinedRows', OWNED, 'id');
    const one = `{ quarantinedRow(id: "${edges[0]?.node.id}") { owner } nobody: quarantinedRow(id: "none") { owner } }`;
    expect((await ask(one)).data).toEqual({ quarantinedRow: { owner: 'schools' }, nobody: null });
    const other = await ask(one, { role: 'officer', streams: ['corporate'] });
    expect(other.data).toEqual({ quarantinedRow: null, nobody: null });
  });

  it('are read with a note of who read which, and only where they are read', async () => {
    const entries = () =>
      withSettings(database.of('intake'), { role: 'auditor' }, (runner) =>
        runner.query('select actor, role, action, record_id from intake.audit_entry order by id'),
      );
    const before = await entries();
    await listed('quarantinedRows', 'first: 9', 'line reasons { code }');
    expect(await entries()).toEqual(before);
    const { edges } = await listed('quarantinedRows', 'first: 9', 'id cells { column value }');
    expect(edges[0]?.node.cells).toEqual([
      { column: 'Ref', value: '' },
      { column: 'More', value: '["a"]' },
    ]);
    const noted = (await entries()).slice(before.length);
    expect(noted).toEqual(
      edges.map(({ node }) => ({
        ...{ actor: 'olu', role: 'admin', action: 'QUARANTINED_ROW_READ', record_id: node.id },
      })),
    );
  });
});

describe('100,000 entries', () => {
  const MANY = 100_000;

  beforeAll(async () => {
    await withSettingsKept({ role: 'import' }, [
      `insert into intake.import_run (id, source, file, state, started_at) values (50, 'many', 'many.csv', 'failed', now())`,
      `insert into intake.fault (run_id, place, owner, line, code, action)
       select 50, n, 'corporate', n, case when n % 50000 = 0 then 'RARE' else 'USUAL' end, 'Noted.'
       from generate_series(1, ${MANY}) n`,
      `insert into intake.quarantined_row
         (source, content_hash, occurrence, id, owner, first_line, line, raw, reasons, first_run_id, last_run_id)
       select 'many', n::text, 1, md5(n::text), 'corporate', n, n, '{}', '[{"code": "USUAL"}]', 50, 50
       from generate_series(1, ${MANY}) n`,
    ]);
    await database.owner.query('analyze intake.fault');
    await database.owner.query('analyze intake.quarantined_row');
  });

  async function withSettingsKept(settings: Record<string, string>, statements: readonly string[]) {
    const runner = database.of('intake').createQueryRunner();
    await runner.startTransaction();
    for (const [name, value] of Object.entries(settings))
      await runner.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    for (const statement of statements) await runner.query(statement);
    await runner.commitTransaction();
    await runner.release();
  }

  const OFFICER = { role: 'officer', streams: ['corporate'] };

  it.each([
    ['faults', 'first: 50', 50],
    ['faults', 'where: { runs: ["50"] }', 50],
    ['faults', 'where: { codes: ["RARE"] }', 2],
    ['faults', 'where: { owners: ["corporate"] }', 50],
    ['quarantinedRows', 'first: 50', 50],
    ['quarantinedRows', 'where: { owners: ["corporate"] }', 50],
  ])('%s(%s) comes a page at a time', async (field, args, expected) => {
    const answer = await ask(
      `{ ${field}(${args}) { edges { node { id } } pageInfo { endCursor } } }`,
      OFFICER,
    );
    const page = (answer.data as Record<string, Page>)[field];
    expect(page?.edges).toHaveLength(expected);
  });

  it.each(['faults', 'quarantinedRows'])('%s: the last page is reached from its cursor', async (field) => {
    const far = await ask(
      `{ ${field}(where: { runs: ["50"] }, first: 200) { pageInfo { endCursor } } }`,
      OFFICER,
    );
    let after = (far.data as Record<string, Page>)[field]?.pageInfo.endCursor ?? '';
    const parts = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const last = parts.map((part) => (part === 200 ? MANY - 10 : part));
    after = Buffer.from(JSON.stringify(last)).toString('base64url');
    const answer = await ask(
      `{ ${field}(where: { runs: ["50"] }, first: 200, after: "${after}") { edges { node { line } } } }`,
      OFFICER,
    );
    expect((answer.data as Record<string, Page>)[field]?.edges.length).toBeGreaterThanOrEqual(10);
  });
});
