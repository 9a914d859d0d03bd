import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../postgres/row-security';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { type List, readBeginning, readList } from './list';

interface Entry {
  readonly at: Date;
  readonly day: string;
  readonly name: string;
  readonly version: number;
}

const diary = {
  name: 'diary',
  tables: [],
  migrations: [
    class CreateDiary1700000000000 implements MigrationInterface {
      readonly name = 'CreateDiary1700000000000';
      async up(runner: QueryRunner): Promise<void> {
        const login = await quotedLogin(runner, 'diary');
        await runner.query(
          'create table diary.entry (at timestamptz, day date, name text, version int, unique (at, day, name, version))',
        );
        await runner.query(`grant usage on schema diary to ${login}`);
        await runner.query(`grant select, insert on diary.entry to ${login}`);
        await forceRowSecurity(runner, 'diary.entry', [
          { name: 'officers', command: 'all', allows: roleIsOneOf('officer') },
        ]);
      }
      async down(runner: QueryRunner): Promise<void> {
        await runner.query('drop schema diary cascade');
      }
    },
  ],
};

const listIn = (direction: 'asc' | 'desc'): List<Entry, string> => ({
  field: 'entries',
  table: 'diary.entry',
  order: { at: 'timestamptz', day: 'date', name: 'text', version: 'int' },
  direction,
  select: (rows) => `select * from diary.entry ${rows}`,
  keyOf: ({ at, day, name, version }) => [at.toISOString(), day, name, version],
  nodeOf: (entry) => keyOf(entry),
});
const keyOf = ({ at, day, name, version }: Entry) => [at.toISOString(), day, name, version].join(' ');

/** Many share a moment, a day and a name, so that each part of the order decides somewhere. */
const ENTRIES = Array.from({ length: 431 }, (_, place): Entry => {
  return {
    at: new Date(Date.UTC(2021, 3, 1 + (place % 3), 9, 30, 0, place % 7)),
    day: `2021-04-0${1 + (place % 4)}`,
    name: ['Änne', 'anne', 'Zoë', ''][place % 4] ?? '',
    version: place,
  };
});
const inOrder = [...ENTRIES].sort(
  (a, b) =>
    a.at.getTime() - b.at.getTime() ||
    (a.day < b.day ? -1 : Number(a.day > b.day)) ||
    // Each day has one name here: which of two names comes first, the database says.
    a.version - b.version,
);

let database: TestDatabase;
const as = <Result>(role: string, work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(database.of('diary'), { subject: 'test', role }, work);

beforeAll(async () => {
  database = await testDatabase([diary]);
  await as('officer', (transaction) =>
    transaction.query(
      'insert into diary.entry select * from jsonb_populate_recordset(null::diary.entry, $1::jsonb)',
      [JSON.stringify(ENTRIES)],
    ),
  );
});
afterAll(() => database.stop());

const pageOf = (
  list: List<Entry, string>,
  paging: { first?: number; after?: string | null },
  role = 'officer',
) =>
  as(role, async (transaction) => {
    const page = await readList({ transaction }, list, { paging });
    return { ...page, total: await page.count(transaction) };
  });

async function walk(list: List<Entry, string>, first: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo, total } = await pageOf(list, { first, after });
    expect(total).toBe(ENTRIES.length);
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return found;
  }
}

describe('a list', () => {
  it.each([
    ['asc', 200],
    ['asc', 17],
    ['desc', 200],
    ['desc', 43],
  ] as const)('is there once and in order to its end, %s, %i a page', async (direction, first) => {
    const expected = inOrder.map(keyOf);
    expect(await walk(listIn(direction), first)).toEqual(direction === 'asc' ? expected : expected.reverse());
  });

  it('is what the caller may see of it', async () => {
    expect(await pageOf(listIn('asc'), {}, 'partner')).toMatchObject({ edges: [], total: 0 });
  });

  it('goes on where it was, whatever was added before', async () => {
    const list = listIn('desc');
    const { pageInfo } = await pageOf(list, { first: 10 });
    const newer: Entry = { at: new Date('2022-01-01T00:00:00Z'), day: '2022-01-01', name: 'new', version: 1 };
    const nodes: string[] = [];
    const undone = as('officer', async (transaction) => {
      await transaction.query('insert into diary.entry values ($1, $2, $3, $4)', Object.values(newer));
      const page = await readList({ transaction }, list, {
        paging: { first: 10, after: pageInfo.endCursor },
      });
      nodes.push(...page.edges.map(({ node }) => node));
      throw new Error('Nothing stays');
    });
    await expect(undone).rejects.toThrow('Nothing stays');
    expect(nodes).toEqual([...inOrder].reverse().slice(10, 20).map(keyOf));
  });

  it.each([
    ['a moment that is none', ['soon', '2021-04-01', 'a', 1]],
    ['a day that is none', ['2021-04-01T09:30:00.000Z', '2021-02-30', 'a', 1]],
    ['a text that the database cannot hold', ['2021-04-01T09:30:00.000Z', '2021-04-01', 'a\0', 1]],
    ['a number that is too large', ['2021-04-01T09:30:00.000Z', '2021-04-01', 'a', 2 ** 31]],
    ['too little', ['2021-04-01T09:30:00.000Z', '2021-04-01', 'a']],
  ])('is not read from a cursor with %s', async (_what, key) => {
    const { pageInfo } = await pageOf(listIn('asc'), { first: 1 });
    const [version, question] = JSON.parse(Buffer.from(String(pageInfo.endCursor), 'base64url').toString());
    const after = Buffer.from(JSON.stringify([version, question, ...key])).toString('base64url');
    await expect(pageOf(listIn('asc'), { after })).rejects.toMatchObject({
      message: expect.stringContaining('is no cursor of this list'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('the beginning of a list', () => {
  const beginning = (first: number | null | undefined) =>
    as('officer', (transaction) => readBeginning({ transaction }, listIn('asc'), first));

  it('is as long as was asked for', async () => {
    expect(await beginning(1)).toHaveLength(1);
    expect(await beginning(200)).toHaveLength(200);
  });

  it.each([0, -1, 201, null, undefined])('is refused for %s', async (first) => {
    await expect(beginning(first)).rejects.toMatchObject({
      message: '`first` is from 1 to 200.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
