import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow } from '../testing';
import { assertAddsUp } from './classify';
import { openLoad } from './open-load';

const clock = fixedClock('2022-01-31');

describe('records to load', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const open = (source: string) =>
    openLoad(database.of('intake'), {
      ...{ source, file: 'rows.csv', clock },
      ...{ dryRun: false, amendmentId: null },
    });

  it('hands records on by their order, then as they stand in the file', async () => {
    const rows = [
      takenRow({ identity: 'a', order: 2, record: { name: 'a' } }),
      takenRow({ identity: 'b', order: 1, record: { name: 'b' }, keeper: 'schools' }),
      takenRow({ identity: 'c', order: 1, record: { name: 'c' } }),
    ];
    const load = await open('in-order');
    await load.stageRows(rows);
    await load.classify();
    const batches: unknown[] = [];
    for await (const batch of load.records(2)) batches.push(batch);
    await load.end();
    expect(batches).toEqual([
      [
        { ordinal: 2, keeper: 'schools', record: { name: 'b' }, replaces: null },
        { ordinal: 3, keeper: 'corporate', record: { name: 'c' }, replaces: null },
      ],
      [{ ordinal: 1, keeper: 'corporate', record: { name: 'a' }, replaces: null }],
    ]);
  });
});

describe('a moment in the future', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  it('that is held from before decides nothing: any row with a readable one is newer', async () => {
    const load = (lastUpdated: string | null, contentHash: string) =>
      loadRows(database.of('intake'), { source: 'pinned', rows: [takenRow({ lastUpdated, contentHash })] });
    await load('9999-12-31T00:00:00', 'pinned');
    expect(await load('2021-05-10T10:00:00', 'next export')).toMatchObject({ loaded: 1, updated: 1 });
    expect(await load('2021-05-09T10:00:00', 'an older one')).toMatchObject({ loaded: 0, copies: 1 });
    expect(await load('2022-01-31T23:59:59', 'today')).toMatchObject({ loaded: 1, updated: 1 });
    expect(await load(null, 'without one')).toMatchObject({ loaded: 0, copies: 1 });
  });
});

describe('the sum of a run', () => {
  const counts = { read: 10, loaded: 4, updated: 1, copies: 3, leftOut: 2, quarantined: 1 };

  it('is every row read', () => {
    expect(() => assertAddsUp(counts)).not.toThrow();
  });

  it('fails the run when a row is missing or there twice', () => {
    expect(() => assertAddsUp({ ...counts, copies: 2 })).toThrow(
      'The import does not add up: 10 rows read, but 4 loaded, 2 copies, 2 left out and 1 quarantined make 9',
    );
    expect(() => assertAddsUp({ ...counts, copies: 4 })).toThrow('make 11');
  });
});
