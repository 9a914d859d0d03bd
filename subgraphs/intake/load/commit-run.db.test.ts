import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { commitRun } from './commit-run';
import { openLoad } from './open-load';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const clock = fixedClock('2022-01-31');
const at = clock.now();
const counts = { read: 2, loaded: 1, updated: 0, copies: 1, leftOut: 0, quarantined: 0 };

describe('a run that is committed', () => {
  it('holds its rows, with its counts and tallies in the ledger', async () => {
    const intake = database.of('intake');
    const fault = { line: 2, column: 'Ref', code: 'STRANGE', value: '1', action: 'Noted.' };
    await loadRows(intake, {
      source: 'whole',
      rows: [
        takenRow({ identity: 'a', faults: [fault] }),
        { kind: 'leftOut', reason: 'Kind: other', line: 3, raw: {}, contentHash: 'other', faults: [] },
        quarantinedRow({ line: 4 }),
      ],
    });
    expect(
      await readRows(intake, "select identity, line, keeper from intake.held_row where source = 'whole'"),
    ).toEqual([{ identity: 'a', line: 2, keeper: 'corporate' }]);
    const [run] = await readRows<{ id: number }>(
      intake,
      "select id, state, sha256, read, loaded, left_out, quarantined from intake.import_run where source = 'whole'",
    );
    expect(run).toEqual({
      ...{ id: run?.id, state: 'loaded', sha256: 'sha of whole' },
      ...{ read: 3, loaded: 1, left_out: 1, quarantined: 1 },
    });
    expect(
      await readRows(
        intake,
        'select kind, name, count from intake.run_tally where run_id = $1 order by kind, name',
        [run?.id],
      ),
    ).toEqual([
      { kind: 'fault', name: 'BROKEN', count: 1 },
      { kind: 'fault', name: 'STRANGE', count: 1 },
      { kind: 'left_out', name: 'Kind: other', count: 1 },
    ]);
  });

  it('is not written at all where fewer rows are held than were loaded', async () => {
    const intake = database.of('intake');
    const load = await openLoad(intake, {
      ...{ source: 'short', file: 'short.csv', clock, dryRun: false, amendmentId: null },
    });
    await load.stageRows([takenRow({ identity: 'a' }), takenRow({ identity: 'a', line: 3 })]);
    await load.classify();
    await expect(
      load.commit({ sha256: 'a', counts: { ...counts, loaded: 2, copies: 0 }, isWhole: true }),
    ).rejects.toThrow('2 rows were loaded, but 1 are held: nothing was committed');
    await load.end();
    expect(await readRows(intake, "select from intake.held_row where source = 'short'")).toEqual([]);
  });

  it('has to be open in the ledger, and its rows have to add up', async () => {
    const run = { runId: 99, source: 'none', sha256: 'a', at, isWhole: true, amendmentId: null, reach: null };
    const intake = database.of('intake');
    await expect(
      asImport(intake, (transaction) => commitRun(transaction, { ...run, counts: { ...counts, copies: 0 } })),
    ).rejects.toThrow('does not add up');
    const load = await openLoad(intake, {
      ...{ source: 'closed', file: 'closed.csv', clock, dryRun: false, amendmentId: null },
    });
    await load.classify();
    await load.abandon('WRONG_HEADER');
    const nothing = { read: 0, loaded: 0, updated: 0, copies: 0, leftOut: 0, quarantined: 0 };
    await expect(load.commit({ sha256: 'a', counts: nothing, isWhole: true })).rejects.toThrow(
      'is not open in the ledger: nothing was committed',
    );
    await load.end();
  });
});
