import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow } from '../testing';
import { openLoad } from './open-load';
import type { SettledCopy, StagedRow, VariedRecord } from './types';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const row = (identity: string, contentHash: string, lastUpdated: string | null = null) =>
  takenRow({ identity, contentHash, lastUpdated, raw: { Ref: identity, Text: contentHash } });

/** Stages rows of a file; gives the records that vary, and what becomes of the rows once some are settled. */
async function staged(source: string, rows: readonly StagedRow[], copies: readonly SettledCopy[] = []) {
  const opening = { source, file: 'rows.csv', clock: fixedClock('2022-01-31'), amendmentId: null };
  const load = await openLoad(database.of('intake'), { ...opening, dryRun: true });
  try {
    await load.stageRows(rows);
    const varied: VariedRecord[] = [];
    for await (const records of load.varied()) varied.push(...records);
    await load.settle(copies);
    await load.classify();
    const counts = await load.count({ identityColumn: 'Ref', controlTotal: null });
    return { varied, counts };
  } finally {
    await load.end();
  }
}

const texts = (varied: readonly VariedRecord[]) =>
  varied.map(({ identity, rows }) => [
    identity,
    ...rows.map(({ ordinal, contentHash }) => [ordinal, contentHash]),
  ]);

describe('records that vary', () => {
  it('are those whose rows differ from each other, or from the held one: that first', async () => {
    await loadRows(database.of('intake'), {
      source: 'varied',
      rows: [row('held', 'a'), row('equal', 'a')],
    });
    const file = [row('held', 'b'), row('equal', 'a'), row('twice', 'a'), row('twice', 'b'), row('new', 'a')];
    const { varied } = await staged('varied', file);
    expect(texts(varied)).toEqual([
      ['held', [null, 'a'], [1, 'b']],
      ['twice', [3, 'a'], [4, 'b']],
    ]);
    expect(varied[0]?.rows.map(({ raw }) => raw)).toEqual([
      { Ref: 'held', Text: 'a' },
      { Ref: 'held', Text: 'b' },
    ]);
  });

  it('are none that were last changed on another day', async () => {
    const { varied } = await staged('days', [
      row('other day', 'a', '2021-05-04T10:00'),
      row('other day', 'b', '2021-05-05T10:00'),
      row('same day', 'a', '2021-05-04T10:00'),
      row('same day', 'b', '2021-05-04T10:00:30'),
    ]);
    expect(varied.map(({ identity }) => identity)).toEqual(['same day']);
  });
});

describe('a row that is settled as a copy', () => {
  const copy = { contentHash: 'a', standsAt: 1, isExact: true, isExacter: false };

  it('loads nothing where it says what is held', async () => {
    await loadRows(database.of('intake'), { source: 'settled', rows: [row('1', 'a')] });
    const { counts } = await staged('settled', [row('1', 'b')], [{ ...copy, ordinal: 1 }]);
    expect(counts).toMatchObject({ read: 1, loaded: 0, copies: 1 });
  });

  it('still loads where it is not settled', async () => {
    const { counts } = await staged('settled', [row('1', 'b')]);
    expect(counts).toMatchObject({ read: 1, loaded: 1, updated: 1, copies: 0 });
  });
});
