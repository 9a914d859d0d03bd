import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow } from '../testing';
import { openLoad } from './open-load';

const clock = fixedClock('2022-01-31');

describe('the faults of a run', () => {
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

  it.each([
    ['as many', 2, null],
    ['more', 3, 'The Total line says that the system holds 3, and 2 are held after this import.'],
    ['no number', null, 'The Total line gives no number that can be read, and 2 are held after this import.'],
  ])('compares the control total with what is held: %s', async (_, stages, words) => {
    const source = `total of ${stages}`;
    await loadRows(database.of('intake'), { source, rows: [takenRow({ identity: 'held before' })] });
    const load = await open(source);
    await load.stageRows([takenRow({ identity: 'new' }), takenRow({ identity: 'held before' })]);
    await load.classify();
    await load.count({ identityColumn: null, controlTotal: { line: 9, written: 'as written', stages } });
    const listed: { code: string; action: string }[] = [];
    for await (const page of load.faults()) listed.push(...page);
    await load.end();
    expect(listed.map(({ action }) => action)).toEqual(words ? [expect.stringContaining(words)] : []);
  });
});
