import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../testing/database';
import { openTransaction } from '../transaction/transaction';
import type { Condition, RecordPage } from './condition';
import type { RecordSet } from './record-set';
import { makeRecordView } from './record-view';
import { chosenIn, sendPage } from './send-records';
import { streamRecords } from './stream-records';

const SET: RecordSet = {
  ...{ name: 'fish', part: 'pond', scope: 'facts', field: 'fish', filter: null, description: 'A fish.' },
  columns: [
    { name: 'id', type: 'text', description: 'Its name.', sortable: true },
    { name: 'caughtOn', type: 'day', description: 'When.', sortable: true },
    { name: 'kind', type: 'text', description: 'Of which kind.' },
    { name: 'weight', type: 'integer', description: 'In grams.' },
    { name: 'isKept', type: 'boolean', description: 'Whether it was kept.' },
    { name: 'changedAt', type: 'moment', description: 'When it changed.', sortable: true },
  ],
};
const FISH = 2_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([{ name: 'pond', tables: [], migrations: [] }]);
  const { owner } = database;
  await owner.query(`
    create schema pond; grant usage on schema pond to public;
    create table pond.fish (id text primary key, caught_on date not null, kind text, weight int, is_kept boolean,
      changed_at timestamptz not null)`);
  await owner.query(`
    insert into pond.fish select 'fish-' || n, date '2021-01-01' + n % 30, (array['carp', 'tench''s', null])[1 + n % 3], nullif(n % 7, 0),
      (array[true, false, null])[1 + n % 3], timestamptz '2021-01-01Z' + n % 50 * interval '1 minute'
    from generate_series(1, ${FISH}) n`);
  await owner.query(
    'create index fish_by_caught on pond.fish (caught_on); grant select on pond.fish to public',
  );
  await owner.query('analyze pond.fish');
  await makeRecordView(
    owner.createQueryRunner(),
    SET,
    'select id, caught_on, kind, weight, is_kept, changed_at from pond.fish',
  );
});
afterAll(() => database.stop());

const PAGE: RecordPage = { order: ['id'], descending: false, limit: 10, isCounted: false };

async function read(page: Partial<RecordPage>) {
  const person = { subject: 'olu', role: 'officer' };
  const opened = await openTransaction(database.of('pond'), person, {
    isPipelined: false,
    isOneSnapshot: true,
  });
  const { transaction, commit, rollback } = opened;
  try {
    const asked = { set: SET, writing: 'TABBED', today: '2021-10-15', page: { ...PAGE, ...page } } as const;
    const count = await sendPage(transaction, asked);
    const statement = chosenIn(transaction) ?? '';
    const plan = await transaction.query<{ 'QUERY PLAN': string }>(
      `explain ${/^copy \((.*)\) to stdout/s.exec(statement)?.[1]}`,
    );
    const records = await streamRecords(transaction, statement, { commit, rollback, stop: () => undefined });
    const lines = (await text(records)).split('\n').slice(0, -1);
    return {
      count,
      rows: lines.map((line) => line.split('\t')),
      plan: plan.map((row) => row['QUERY PLAN']).join('\n'),
    };
  } catch (error) {
    await rollback();
    throw error;
  }
}

describe('pages of records', () => {
  it.each([
    [['id'], false],
    [['id'], true],
    [['caughtOn', 'id'], false],
    [['caughtOn', 'id'], true],
    [['changedAt', 'caughtOn', 'id'], false],
  ])('in the order of %j, descending: %j, have each record once, in order', async (order, descending) => {
    const where: Condition = { is: 'IS_ONE_OF', column: 'isKept', values: ['true'] };
    const seen: string[][] = [];
    for (let after: string[] | null = null; ; ) {
      const { rows } = await read({ where, order, descending, after, limit: 200, columns: order });
      seen.push(...rows);
      after = rows.at(-1) ?? null;
      if (rows.length < 200) break;
    }
    const all = await database.owner.query(
      `select ${order.map((name) => `"${name}"`).join(', ')} from (select id, caught_on::text as "caughtOn",
         to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt" from pond.fish where is_kept) held
       order by ${order.map((name) => `"${name}" ${descending ? 'desc' : 'asc'}`).join(', ')}`,
    );
    expect(seen).toEqual(all.map((row: Record<string, string>) => order.map((name) => row[name])));
  });

  it('neither skip nor repeat what stays, whatever goes and comes meanwhile', async () => {
    const first = await read({ limit: 10, columns: ['id'] });
    const place = first.rows[9] ?? [];
    const rest = await read({ after: place, limit: 20, columns: ['id'] });
    await database.owner.query('update pond.fish set weight = weight where id = $1', [place[0]]);
    await database.owner.query('delete from pond.fish where id = any($1)', [[place[0], rest.rows[0]?.[0]]]);
    await database.owner.query(
      `insert into pond.fish select 'aaa', caught_on, kind, weight, is_kept, changed_at from pond.fish limit 1`,
    );
    expect((await read({ after: place, limit: 19, columns: ['id'] })).rows).toEqual(rest.rows.slice(1));
    await database.owner.query(`delete from pond.fish where id = 'aaa'`);
  });

  it('enter the index at their place, and count all only where that is asked', async () => {
    const { count, plan } = await read({ after: ['fish-77'], isCounted: true });
    expect(plan).toContain('Index Scan using fish_pkey');
    expect(plan).toMatch(/Index Cond: \(id > 'fish-77'::text\)/);
    expect(count).toBeGreaterThan(FISH - 10);
    const byDay = await read({ order: ['caughtOn', 'id'], after: ['2021-01-20', 'fish-77'] });
    expect(byDay.plan).toMatch(
      /Presorted Key: fish.caught_on[\s\S]*Index Cond: \(caught_on >= '2021-01-20'::date\)/,
    );
    expect(byDay.count).toBeNull();
  });

  it.each<[string, Partial<RecordPage>, string]>([
    ['an order that no index gives', { order: ['weight'] }, 'not had in this order'],
    ['no order', { order: [] }, 'not had in this order'],
    ['a column that there is not', { order: ['scales'] }, 'There are id, caughtOn, kind,'],
    ['a column that there is not', { columns: ['id" from pg_authid --'] }, 'There is no column of this name'],
    ['a place of another order', { after: ['a', 'b'] }, 'a value for each column'],
    ['a place that is none', { order: ['caughtOn', 'id'], after: ['soon', 'b'] }, 'is no day'],
    ['a condition of nothing', { where: { is: 'AND' } }, 'joins nothing'],
    ['two values', { where: { is: 'IS_MORE', column: 'weight', values: ['1', '2'] } }, 'with one value'],
    ['a text of SQL', { where: { is: 'IS_MORE', column: 'weight', values: ['1 or true'] } }, 'is no integer'],
    ['too much', { limit: 10_002 }, 'at most'],
  ])('refuse %s', async (_, page, says) => {
    await expect(read(page)).rejects.toThrow(says);
  });

  it('give back any text as it was sent, and find it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (given) => {
        const condition = (is: Condition['is']): Condition => ({ is, column: 'kind', values: [given] });
        const { rows } = await read({
          where: { is: 'AND', of: [condition('CONTAINS'), condition('IS_ONE_OF')] },
        });
        for (const row of rows) expect(row[2]).toBe(given);
      }),
      { numRuns: 8, examples: [["tench's"], ['🐟 ß\n\t'], ["'"], ['$1'], ['\\'], ['carp']] },
    );
  });
});
