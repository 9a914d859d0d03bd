import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, readRows, takenRow } from '../testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const load = (source: string, identities: readonly string[], isWhole = true) =>
  loadRows(database.of('intake'), {
    ...{ source, isWhole },
    rows: identities.map((identity, index) => takenRow({ identity, contentHash: identity, line: index + 2 })),
  });
const vanished = (source: string) =>
  readRows(
    database.of('intake'),
    'select identity, owner, until_run_id is null as missing from intake.vanished_row where source = $1 order by 1',
    [source],
  );
const counted = async (source: string) =>
  (
    await readRows<{ vanished: number | null }>(
      database.of('intake'),
      'select vanished from intake.import_run where source = $1 order by id',
      [source],
    )
  ).map((run) => run.vanished);

describe('records that a whole file has no row for', () => {
  it('are noted and stay held, until a file has them again', async () => {
    await load('whole', ['a', 'b', 'c']);
    await load('whole', ['a']);
    expect(await vanished('whole')).toEqual([
      { identity: 'b', owner: 'corporate', missing: true },
      { identity: 'c', owner: 'corporate', missing: true },
    ]);
    expect(
      await readRows(database.of('intake'), "select from intake.held_row where source = 'whole'"),
    ).toHaveLength(3);
    await load('whole', ['a', 'b']);
    expect(await vanished('whole')).toMatchObject([
      { identity: 'b', missing: false },
      { identity: 'c', missing: true },
    ]);
    expect(await counted('whole')).toEqual([0, 2, 1]);
  });

  it('are not noted by a file that need not hold them all', async () => {
    await load('part', ['a', 'b']);
    await load('part', ['a'], false);
    expect(await vanished('part')).toEqual([]);
    expect(await counted('part')).toEqual([0, null]);
  });
});
