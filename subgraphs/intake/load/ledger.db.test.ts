import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, readRows, takenRow } from '../testing';
import { alreadyRunning, closeRun, noteRefusal, openRun, runsDependingOn, undoUnderWay } from './ledger';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const at = new Date('2022-01-31T09:30:00Z');
const beginning = (source: string) => ({ source, file: 'rows.csv', at, amendmentId: null });
const states = async (source: string) =>
  (
    await readRows<{ state: string }>(
      database.of('intake'),
      'select state from intake.import_run where source = $1 order by id',
      [source],
    )
  ).map(({ state }) => state);

describe('the ledger', () => {
  it('marks a run that lost its process, and no run of another source', async () => {
    const intake = database.of('intake');
    await asImport(intake, (transaction) => openRun(transaction, beginning('other')));
    await asImport(intake, (transaction) => openRun(transaction, beginning('system')));
    await asImport(intake, (transaction) => openRun(transaction, beginning('system')));
    expect(await states('system')).toEqual(['interrupted', 'running']);
    expect(await states('other')).toEqual(['running']);
  });

  it('closes a run once', async () => {
    const intake = database.of('intake');
    const runId = await asImport(intake, (transaction) => openRun(transaction, beginning('closed')));
    await asImport(intake, (transaction) =>
      closeRun(transaction, { runId, at, state: 'refused', refusal: 'WRONG_HEADER' }),
    );
    await asImport(intake, (transaction) =>
      closeRun(transaction, { runId, at, state: 'failed', refusal: null }),
    );
    expect(
      await readRows(
        intake,
        "select state, refusal, ended_at from intake.import_run where source = 'closed'",
      ),
    ).toEqual([{ state: 'refused', refusal: 'WRONG_HEADER', ended_at: at }]);
  });

  it('keeps an import that was refused before it began', async () => {
    const intake = database.of('intake');
    await asImport(intake, (transaction) => noteRefusal(transaction, beginning('refused'), 'IMPORT_RUNNING'));
    expect(
      await readRows(
        intake,
        "select state, refusal, started_at, ended_at from intake.import_run where source = 'refused'",
      ),
    ).toEqual([{ state: 'refused', refusal: 'IMPORT_RUNNING', started_at: at, ended_at: at }]);
  });

  it('says which import is under way, and since when in London', async () => {
    const refusal = await asImport(database.of('intake'), (transaction) =>
      alreadyRunning(transaction, 'other'),
    );
    expect(refusal.code).toBe('IMPORT_RUNNING');
    expect(refusal.message).toContain(
      'rows.csv has been loading as other since 09:30 on 31 January 2022 (run ',
    );
    const dryRun = await asImport(database.of('intake'), (transaction) =>
      alreadyRunning(transaction, 'nobody'),
    );
    expect(dryRun.message).toContain('Another import of nobody, or a dry run of one, is under way.');
  });

  it('says which runs depend on one and are in effect, and which is being undone', async () => {
    const intake = database.of('intake');
    const rows = [takenRow({ identity: 'a' })];
    for (const _ of [1, 2, 3]) await loadRows(intake, { source: 'thrice', rows });
    const runs = await readRows<{ id: number }>(
      intake,
      "select id from intake.import_run where source = 'thrice' order by id",
    );
    const [first = 0, second = 0, third = 0] = runs.map(({ id }) => id);
    const dependents = () => asImport(intake, (transaction) => runsDependingOn(transaction, first));
    const underWay = () => asImport(intake, (transaction) => undoUnderWay(transaction, 'thrice'));
    expect(await dependents()).toEqual([second, third]);
    expect(await underWay()).toBeNull();
    await readRows(intake, "update intake.import_run set state = 'undoing' where id = $1", [third]);
    expect(await dependents()).toEqual([second]);
    expect((await underWay())?.message).toContain(`Run ${third} of thrice (thrice.csv) is being undone.`);
  });
});
