import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { ROLLUPS } from '../rollups/rollup-tables';
import { complaintChanged, insightDatabase, project } from '../testing/fixtures';
import { generatedComplaints } from '../testing/generated';
import { compareCells } from '../testing/recounted-cells';
import { withDays } from '../testing/with-days';
import { KeepRollups1735689600190 } from './1735689600190-keep-rollups';

describe('facts of before there were rollups', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    const complaints = withDays(generatedComplaints({ count: 60, seed: 11 }));
    await project(
      database,
      complaints.map((complaint) => complaintChanged(complaint)),
    );
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    const migration = new KeepRollups1735689600190();
    await migration.down(runner);
    await migration.up(runner);
    await runner.commitTransaction();
    await runner.release();
  });
  afterAll(() => database?.stop());

  const cellsSeenBy = (role: string, more = {}) =>
    inTransaction(database.of('insight'), { subject: 'test', role, ...more }, async ({ query }) => {
      const counts: number[] = [];
      for (const { table } of ROLLUPS) {
        const [row] = await query<{ cells: number }>(`select count(*)::int as cells from ${table}`);
        counts.push(row?.cells ?? -1);
      }
      return counts;
    });

  it('are in them at once', async () => {
    for (const { rollup, kept, recounted } of await compareCells(database)) {
      expect({ [rollup]: kept }).toEqual({ [rollup]: recounted });
      expect(kept.length).toBeGreaterThan(5);
    }
  });

  it.each(['analyst', 'manager', 'officer', 'admin'])(
    'are seen summed up by %s, who sees them all',
    async (role) => {
      expect(await cellsSeenBy(role)).toEqual(await cellsSeenBy('projection'));
    },
  );

  it.each([
    ['partner', { partner: 'Homes' }],
    ['auditor', {}],
    ['import', {}],
    ['', {}],
  ])('are not seen summed up by %p', async (role, more) => {
    expect(await cellsSeenBy(role, more)).toEqual(ROLLUPS.map(() => 0));
  });
});
