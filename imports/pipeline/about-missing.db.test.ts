import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { cells, importRows, readAs, testSource } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

async function notes(
  name: string,
  ids: readonly string[],
  given: { readonly isWhole?: boolean; readonly dryRun?: boolean } = {},
) {
  const { isWhole = true, dryRun = false } = given;
  const source = {
    ...testSource(
      name,
      ids.map((Id) => cells({ Id })),
    ),
    isWhole,
  };
  const outcome = await importRows(database.of('intake'), { source, dryRun });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.notes;
}

describe('records that a whole file has no row for', () => {
  it('are told, the first by their references, in a dry run too, and stay held', async () => {
    expect(await notes('told', ['1', '2', '3'])).toEqual([]);
    const [note, ...more] = await notes('told', ['2'], { dryRun: true });
    expect(note).toContain('2 records that are held are not in this file, which should hold them all: 1, 3.');
    expect(more).toEqual([]);
    expect(await notes('told', ['2', '3'])).toEqual([
      expect.stringContaining('One record that is held is not'),
    ]);
    const held = await readAs(
      database.of('intake'),
      'import',
      `select from intake.held_row where source = 'told'`,
    );
    expect(held).toHaveLength(3);
    expect(await notes('told', ['1', '2', '3'])).toEqual([]);
  });

  it('are counted where they are many', async () => {
    await notes('many', ['1', '2', '3', '4', '5', '6', '7', '8']);
    expect((await notes('many', ['8']))[0]).toContain('7 records that are held are not in this file');
    expect((await notes('many', ['8']))[0]).toContain(': 1, 2, 3, 4, 5 and 2 more.');
  });

  it('are not told of a file that need not hold them all', async () => {
    await notes('parts', ['1', '2'], { isWhole: false });
    expect(await notes('parts', ['2'], { isWhole: false })).toEqual([]);
  });
});
