import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { undoRun } from './remove-run';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const request = (source: string, runId: number) => ({
  ...{ amendmentId: 1, source, runId, by: 'ada', at: new Date('2022-02-01T09:00:00Z') },
});

describe('a run that is undone', () => {
  it('leaves its entry, and the quarantined rows that another run found first as they were', async () => {
    const intake = database.of('intake');
    await loadRows(intake, { source: 'system', rows: [quarantinedRow({ line: 3 })] });
    await loadRows(intake, {
      source: 'system',
      rows: [quarantinedRow({ line: 9 }), quarantinedRow({ line: 10, contentHash: 'another' }), takenRow({})],
    });
    await readRows(intake, "update intake.import_run set state = 'undoing' where id = 2");
    expect(await asImport(intake, (transaction) => undoRun(transaction, request('system', 2)))).toBeNull();
    expect(await readRows(intake, 'select line, last_run_id from intake.quarantined_row')).toEqual([
      { line: 3, last_run_id: 1 },
    ]);
    for (const table of ['held_row', 'met_again', 'run_basis']) {
      expect(await readRows(intake, `select from intake.${table}`)).toEqual([]);
    }
    expect(await readRows(intake, 'select run_id from intake.fault')).toEqual([{ run_id: 1 }]);
    expect(await readRows(intake, 'select state, loaded from intake.import_run order by id')).toEqual([
      { state: 'loaded', loaded: 0 },
      { state: 'undone', loaded: 1 },
    ]);
  });

  it('has to be in the ledger as one that is being undone', async () => {
    const intake = database.of('intake');
    await loadRows(intake, { source: 'loaded', rows: [takenRow({})] });
    const runId = 3;
    await expect(
      asImport(intake, (transaction) => undoRun(transaction, request('loaded', runId))),
    ).rejects.toThrow('Run 3 is not being undone: nothing was');
    expect(await readRows(intake, "select from intake.held_row where source = 'loaded'")).toHaveLength(1);
  });
});
