import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { openUndo, type Reversal } from './undo-steps';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const at = new Date('2022-02-01T09:00:00Z');

/** Decides to undo a run, and begins it. */
async function undo(source: string, runId: number) {
  const intake = database.of('intake');
  const [amendment] = await asAda<{ id: number }>(
    `insert into intake.amendment (id, kind, source, undoes_run_id, reason, decided_by, decided_at, state,
       decided_as, cleared_for)
     values (nextval('intake.amendment_number'), 'undo', $1, $2, 'Wrong', 'ada', $3, 'pending', 'admin', '{}')
     returning id`,
    [source, runId, at],
  );
  return openUndo(intake, { amendmentId: amendment?.id ?? 0, source, runId, by: 'ada', at });
}
const asAda = <Row>(sql: string, values: readonly unknown[]) =>
  inTransaction(database.of('intake'), { subject: 'ada', role: 'admin' }, (transaction) =>
    transaction.query<Row>(sql, values),
  );
const newestRun = async (source: string) =>
  (
    await readRows<{ id: number }>(
      database.of('intake'),
      'select max(id) as id from intake.import_run where source = $1',
      [source],
    )
  )[0]?.id ?? 0;

describe('the undo of a run', () => {
  it('hands out what to remove and what to restore, then holds what was held before', async () => {
    const intake = database.of('intake');
    const old = takenRow({ identity: 'changed', contentHash: 'old', line: 2, raw: { Ref: 'old' } });
    await loadRows(intake, { source: 'system', rows: [old] });
    await loadRows(intake, {
      source: 'system',
      rows: [
        takenRow({ identity: 'changed', contentHash: 'new', line: 3, raw: { Ref: 'new' } }),
        takenRow({ identity: 'added', line: 4, raw: { Ref: 'added' } }),
        quarantinedRow({ line: 5 }),
      ],
    });
    const undoing = await undo('system', await newestRun('system'));
    const batches: (readonly Reversal[])[] = [];
    for await (const batch of undoing.reversals(1)) batches.push(batch);
    expect(batches).toEqual([
      [
        {
          now: { identity: 'changed', line: 3, raw: { Ref: 'new' } },
          before: { identity: 'changed', line: 2, raw: { Ref: 'old' } },
        },
      ],
      [{ now: { identity: 'added', line: 4, raw: { Ref: 'added' } }, before: null }],
    ]);
    await undoing.commit();
    await undoing.end();
    expect(
      await readRows(intake, "select identity, raw from intake.held_row where source = 'system'"),
    ).toEqual([{ identity: 'changed', raw: { Ref: 'old' } }]);
    expect(
      await readRows(
        intake,
        "select state, undone_by from intake.import_run where source = 'system' order by id",
      ),
    ).toEqual([
      { state: 'loaded', undone_by: null },
      { state: 'undone', undone_by: 'ada' },
    ]);
    expect(await readRows(intake, 'select from intake.quarantined_row')).toEqual([]);
  });

  it('is refused while a later run depends on it, and the amendment says so', async () => {
    const intake = database.of('intake');
    await loadRows(intake, { source: 'twice', rows: [takenRow({})] });
    const first = await newestRun('twice');
    await loadRows(intake, { source: 'twice', rows: [takenRow({})] });
    await expect(undo('twice', first)).rejects.toMatchObject({ code: 'BUILT_ON' });
    expect(
      await readRows(intake, "select state, refusal from intake.amendment where source = 'twice'"),
    ).toEqual([{ state: 'refused', refusal: 'BUILT_ON' }]);
    expect(await readRows(intake, "select from intake.held_row where source = 'twice'")).toHaveLength(1);
  });
});
