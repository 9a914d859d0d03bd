import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph } from './subgraph';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

/** More than two pages of the most that a page has. Many were decided in one moment. */
const MANY = 450;

let database: TestDatabase;
let part: ServedPart;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const directory = database.of('directory');
  await inTransaction(directory, { subject: 'ada', role: 'admin' }, async (transaction) => {
    await transaction.query(
      `insert into directory.word_decision (subject, version, is_kept, from_day, kind, word, written, means, decided_by, decided_at)
       select 'service/' || n, 1, true, '2021-04-01', 'service', n::text, n::text, '{"serviceId": "highways"}', 'ada',
         timestamptz '2022-01-31 12:00:00.123Z' + (n / 100) * interval '1 ms'
       from generate_series(1, $1::int) n`,
      [MANY],
    );
    await transaction.query(
      `insert into directory.bank_holiday_decision (day, version, name, is_kept, reason, decided_by, decided_at)
       select date '2022-01-01' + n / 2, 1 + n % 2, 'Festival', n % 2 = 0, 'Proclaimed', 'ada',
         timestamptz '2022-01-31 12:00:00.123Z' + (n / 100) * interval '1 ms'
       from generate_series(1, $1::int) n`,
      [MANY],
    );
  });
  part = await servePart({
    ...{ subgraph, dataSource: directory, today: '2022-01-31' },
    person: { subject: 'ada', role: 'admin' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

interface Page {
  readonly edges: readonly { readonly node: object }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

async function walk(field: string, shows: string, role = 'admin'): Promise<string[]> {
  const found: string[] = [];
  let after = '';
  for (;;) {
    const query = `{ page: ${field}Connection(first: 200${after}) {
      edges { node { ${shows} } } pageInfo { hasNextPage endCursor } totalCount } }`;
    const { data, errors } = await part.ask(query, { role });
    expect(errors).toBeUndefined();
    const { edges, pageInfo, totalCount } = (data as { page: Page }).page;
    found.push(...edges.map(({ node }) => JSON.stringify(node)));
    after = `, after: "${pageInfo.endCursor}"`;
    if (pageInfo.hasNextPage) continue;
    expect(totalCount).toBe(found.length);
    return found;
  }
}

describe('a list of decisions that has more than a page', () => {
  it.each([
    ['mappedWords', 'id decidedAt'],
    ['bankHolidayChanges', 'day isBankHoliday decidedAt'],
  ])('%s are there to the last, once each, the newest first', async (field, shows) => {
    const found = await walk(field, shows);
    expect(found).toHaveLength(MANY);
    expect(new Set(found).size).toBe(MANY);
    const moments = found.map((node) => /"decidedAt":"([^"]+)"/.exec(node)?.[1] ?? '');
    expect(moments).toEqual([...moments].sort().reverse());
    const { data } = await part.ask(`{ list: ${field}(first: 200) { ${shows} } }`);
    expect((data as { list: object[] }).list.map((node) => JSON.stringify(node))).toEqual(
      found.slice(0, 200),
    );
  });

  it.each(['analyst', 'manager', 'partner', 'auditor'])('has no word for a %s', async (role) => {
    expect(await walk('mappedWords', 'id', role)).toEqual([]);
  });

  it.each(['mappedWords', 'bankHolidayChanges'])('%s are refused for a cursor of another', async (field) => {
    for (const args of ['first: 0', 'after: "x"']) {
      const { errors } = await part.ask(`{ ${field}Connection(${args}) { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
