import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { sumUpTallies } from './sum-up-tallies';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const fault = { line: 2, column: 'Ref', code: 'ODD', value: null, action: 'Noted.' };
const tallies = () =>
  readRows(
    database.of('intake'),
    'select run_id, code, state, count from intake.fault_tally order by run_id, code, state, count',
  );

describe('the numbers of faults and quarantined rows', () => {
  it('are kept by what each statement changes, and summed up for one source at a time', async () => {
    const intake = database.of('intake');
    for (const source of ['one', 'other'])
      await loadRows(intake, {
        source,
        rows: [takenRow({ faults: [fault, fault] }), quarantinedRow({ line: 3 })],
      });
    const loaded = (run_id: number) => [
      { run_id, code: 'BROKEN', state: 'open', count: 1 },
      { run_id, code: 'ODD', state: 'open', count: 2 },
    ];
    expect(await tallies()).toEqual([...loaded(1), ...loaded(2)]);
    await readRows(intake, `update intake.fault set state = 'mapped' where code = 'ODD'`);
    await readRows(intake, `update intake.fault set state = 'mapped' where code = 'ODD'`);
    await readRows(intake, `update intake.quarantined_row set state = 'dismissed'`);
    const decided = (run_id: number) => [
      { run_id, code: 'BROKEN', state: 'open', count: 1 },
      { run_id, code: 'ODD', state: 'mapped', count: 2 },
      { run_id, code: 'ODD', state: 'open', count: -2 },
      { run_id, code: 'ODD', state: 'open', count: 2 },
    ];
    expect(await tallies()).toEqual([...decided(1), ...decided(2)]);
    await asImport(intake, (transaction) => sumUpTallies(transaction, 'one'));
    expect(await tallies()).toEqual([...decided(1).slice(0, 2), ...decided(2)]);
    const rows = 'select first_run_id as run, state, count from intake.quarantine_tally order by 1, 2, 3';
    expect(await readRows(intake, rows)).toEqual([
      { run: 1, state: 'dismissed', count: 1 },
      { run: 2, state: 'dismissed', count: 1 },
      { run: 2, state: 'open', count: -1 },
      { run: 2, state: 'open', count: 1 },
    ]);
    await readRows(intake, 'delete from intake.fault where run_id = 1');
    await asImport(intake, (transaction) => sumUpTallies(transaction, 'one'));
    expect(await tallies()).toEqual(decided(2));
  });
});
