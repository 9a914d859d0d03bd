import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, quarantinedRow, readRows, takenRow } from '../testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

describe('what a run keeps of the state before it', () => {
  it('is the rows it replaced, the places of rows it found again, and the runs it depends on', async () => {
    const intake = database.of('intake');
    const kept = { identity: 'same', contentHash: 'same', line: 4 };
    await loadRows(intake, {
      source: 'system',
      rows: [
        takenRow({ identity: 'changed', contentHash: 'old', line: 2, raw: { Ref: 'old' } }),
        quarantinedRow({ line: 3 }),
        takenRow(kept),
      ],
    });
    await loadRows(intake, {
      source: 'system',
      rows: [
        takenRow({ identity: 'changed', contentHash: 'new', line: 7, raw: { Ref: 'new' } }),
        quarantinedRow({ line: 8 }),
        takenRow(kept),
        takenRow({ identity: 'added', line: 9 }),
      ],
    });
    expect(
      await readRows(
        intake,
        'select run_id, identity, content_hash, held_run_id, line, raw from intake.replaced_row',
      ),
    ).toEqual([
      { run_id: 2, identity: 'changed', content_hash: 'old', held_run_id: 1, line: 2, raw: { Ref: 'old' } },
    ]);
    expect(await readRows(intake, 'select run_id, line, owner, met_run_id from intake.met_again')).toEqual([
      { run_id: 2, line: 3, owner: 'corporate', met_run_id: 1 },
    ]);
    expect(await readRows(intake, 'select run_id, on_run_id, rows from intake.run_basis')).toEqual([
      { run_id: 2, on_run_id: 1, rows: 3 },
    ]);
  });

  it('is nothing for rows that nobody had before', async () => {
    const intake = database.of('intake');
    await loadRows(intake, {
      source: 'other',
      rows: [takenRow({ identity: 'changed' }), quarantinedRow({})],
    });
    expect(await readRows(intake, "select from intake.replaced_row where source = 'other'")).toEqual([]);
    expect(await readRows(intake, 'select from intake.run_basis where run_id > 2')).toEqual([]);
  });
});
