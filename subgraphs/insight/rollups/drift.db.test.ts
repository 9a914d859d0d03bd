import { toDay } from '../../../domain/calendar/day';
import { fixedClock } from '../../../platform/config/clock';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { facts } from '../facts/follower';
import { complaintChanged, insightDatabase, project } from '../testing/fixtures';
import { generatedComplaints } from '../testing/generated';
import { withDays } from '../testing/with-days';
import { findDrift } from './drift';
import { recountSql } from './recount-sql';
import { ROLLUPS } from './rollup-tables';

const PROJECTION = { subject: 'projection', role: 'projection' };
class Undo extends Error {}

describe('drift of rollups', () => {
  let database: TestDatabase;
  const complaints = withDays(generatedComplaints({ count: 150, seed: 3 }));
  beforeAll(async () => {
    database = await insightDatabase();
    await project(
      database,
      complaints.map((complaint) => complaintChanged(complaint)),
    );
  });
  afterAll(() => database?.stop());

  /** Everything is undone afterwards. */
  const undone = async <Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result[]> => {
    const results: Result[] = [];
    await inTransaction(database.of('insight'), PROJECTION, async (transaction) => {
      results.push(await work(transaction));
      throw new Undo();
    }).catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
    return results;
  };
  /** A month in which a rollup has a cell, and one in which it has none that is tampered with. */
  const cellOf = async ({ query }: Transaction, table: string, key: string) => {
    const [row] = await query<{ month: string; ctid: string }>(
      `select date_trunc('month', ${key}::timestamp)::date as month, ctid::text from ${table} order by 1 offset 2 limit 1`,
    );
    if (!row) throw new Error(`${table} has no cell`);
    return { month: toDay(row.month), ctid: row.ctid };
  };
  const OTHER_MONTH = toDay('2015-05-01');

  it('is not found where nothing is wrong', async () => {
    expect(await undone((transaction) => findDrift(transaction, null))).toEqual([[]]);
    expect(await undone((transaction) => findDrift(transaction, toDay('2020-05-01')))).toEqual([[]]);
  });

  it.each(
    ROLLUPS.flatMap(({ name, table, keys, counts }) => [
      {
        name,
        table,
        key: keys[0] ?? '',
        what: 'a count is another',
        sql: `update ${table} set ${counts.at(-1)} = ${counts.at(-1)} + 1`,
      },
      { name, table, key: keys[0] ?? '', what: 'a cell is gone', sql: `delete from ${table}` },
      {
        name,
        table,
        key: keys[0] ?? '',
        what: 'a cell is told of another stage',
        sql: `update ${table} set stage = 9`,
      },
    ]),
  )(
    'is found in $name when $what: in all, in its month, and in no other',
    async ({ name, table, key, what, sql }) => {
      const found = await undone(async (transaction) => {
        const { month, ctid } = await cellOf(transaction, table, key);
        await transaction.query(`${sql} where ctid = $1::tid`, [ctid]);
        return {
          all: await findDrift(transaction, null),
          month: await findDrift(transaction, month),
          other: await findDrift(transaction, OTHER_MONTH),
        };
      });
      const drift = [{ rollup: name, cells: what.includes('another stage') ? 2 : 1 }];
      expect(found).toEqual([{ all: drift, month: drift, other: [] }]);
    },
  );

  it.each(ROLLUPS)(
    'is told by a recount that gives the cells of $name in the order of its columns',
    async (rollup) => {
      const counted = await undone(async ({ query }) => ({
        kept: await query(`select * from ${rollup.table} order by ${rollup.keys.join(', ')}`),
        recounted: await query(`${recountSql(rollup, null)} order by ${rollup.keys.join(', ')}`),
      }));
      expect(counted[0]?.recounted).toEqual(counted[0]?.kept);
      expect(counted[0]?.kept.length).toBeGreaterThan(10);
    },
  );

  it('is mended by a rebuild', async () => {
    const found = await undone(async (transaction) => {
      for (const { table, counts } of ROLLUPS)
        await transaction.query(`update ${table} set ${counts[0]} = 77`);
      const before = await findDrift(transaction, null);
      await facts.reset(transaction);
      const clock = fixedClock('2022-01-31');
      await facts.apply(
        transaction,
        complaints.map((complaint) => complaintChanged(complaint)),
        clock,
      );
      const meanwhile = (await findDrift(transaction, null)).length;
      await facts.settle?.(transaction);
      return { before: before.length, meanwhile, after: await findDrift(transaction, null) };
    });
    expect(found).toEqual([{ before: ROLLUPS.length, meanwhile: ROLLUPS.length, after: [] }]);
  });
});
