import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { asImport, type Caller, type ServedIntake, serveIntake } from '../testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

/** More than two pages of the most that a page has. */
const MANY = 450;

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const intake = database.of('intake');
  await asImport(intake, (transaction) =>
    transaction.query(
      `insert into intake.import_run (id, source, file, state, started_at)
       select n, 'many', 'many.csv', 'failed', now() from generate_series(1, $1::int) n`,
      [MANY],
    ),
  );
  await inTransaction(intake, { subject: 'ada', role: 'admin' }, async (transaction) => {
    await transaction.query(
      `insert into intake.amendment
         (id, kind, source, owner, row_id, reason, decided_by, decided_at, state, decided_as, cleared_for)
       select n, 'dismiss', 'many', case when n % 2 = 0 then 'corporate' else 'schools' end, n::text, 'Twice', 'ada', now(),
         'done', 'admin', '{}' from generate_series(1, $1::int) n`,
      [MANY],
    );
    await transaction.query(
      `insert into intake.coverage_decision
         (stream, measure, recorded_from, is_retracted, reason, decided_by, decided_at)
       select 'CORPORATE', 'direct_to_stage_2', date '2016-04-01' + n, true, 'Mistaken', 'ada', now()
       from generate_series(1, $1::int) n`,
      [MANY],
    );
  });
  served = await serveIntake(intake, { subject: 'ada' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

interface Page {
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

async function pageOf(field: string, args: string, shows: string, as: Partial<Caller> = {}): Promise<Page> {
  const query = `{ page: ${field}(${args}) {
    edges { node { ${shows} } } pageInfo { hasNextPage endCursor } totalCount } }`;
  const { data, errors } = await served.ask(query, as);
  expect(errors).toBeUndefined();
  return (data as { page: Page }).page;
}

/** One field of every entry, page by page. */
async function walk(field: string, shows: string, as: Partial<Caller> = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  let after = '';
  for (;;) {
    const { edges, pageInfo, totalCount } = await pageOf(field, `first: 200${after}`, shows, as);
    found.push(...edges.map(({ node }) => node[shows]));
    after = `, after: "${pageInfo.endCursor}"`;
    if (pageInfo.hasNextPage) continue;
    expect(totalCount).toBe(found.length);
    return found;
  }
}

const newestFirst = Array.from({ length: MANY }, (_, place) => MANY - place);
const dayOf = (n: number) => new Date(Date.UTC(2016, 3, 1 + n)).toISOString().slice(0, 10);

describe('a list that has more than a page', () => {
  it.each([
    ['imports', 'id', newestFirst.map(String)],
    ['amendments', 'id', newestFirst.map(String)],
    ['coverageDecisions', 'from', newestFirst.map(dayOf)],
  ])('%s are there to the last, the newest first', async (list, shows, expected) => {
    expect(await walk(`${list}Connection`, shows)).toEqual(expected);
    const { data } = await served.ask(`{ list: ${list}(first: 200) { ${shows} } }`);
    const bare = (data as { list: Record<string, unknown>[] }).list.map((entry) => entry[shows]);
    expect(bare).toEqual(expected.slice(0, 200));
  });

  it('has of decisions those of the streams that an officer is cleared for', async () => {
    const cleared = { role: 'officer', streams: ['schools'] };
    const ids = newestFirst.filter((n) => n % 2 === 1).map(String);
    expect(await walk('amendmentsConnection', 'id', cleared)).toEqual(ids);
    expect(await walk('amendmentsConnection', 'id', { role: 'officer' })).toEqual([]);
  });

  it.each(['manager', 'partner', 'auditor'])('has nothing for a %s', async (role) => {
    expect(await walk('importsConnection', 'id', { role })).toEqual([]);
    expect(await walk('amendmentsConnection', 'id', { role })).toEqual([]);
  });

  it.each([
    ['first: 201', '`first` is 201: ask for 1 to 200 at a time.'],
    ['after: "x"', '`after` is no cursor of this list'],
  ])('is refused for %s', async (args, words) => {
    for (const list of ['imports', 'amendments', 'coverageDecisions']) {
      const { errors } = await served.ask(`{ ${list}Connection(${args}) { totalCount } }`);
      expect(errors).toMatchObject([
        { message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  it('takes no cursor of another list', async () => {
    const { pageInfo } = await pageOf('importsConnection', 'first: 1', 'id');
    const { errors } = await served.ask(
      `{ amendmentsConnection(after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
