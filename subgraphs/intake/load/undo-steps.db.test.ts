import { fixedClock } from '../../../platform/config/clock';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { addJob } from '../jobs/add-job';
import { cancelJob } from '../jobs/cancel-job';
import { jobsOf } from '../jobs/listed-job';
import { subgraph } from '../subgraph';
import { loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { openUndo, type Reversal } from './undo-steps';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const at = new Date('2022-02-01T09:00:00Z');

/** Decides to undo a run, as long work. */
async function decideUndo(source: string, runId: number) {
  const [amendment] = await asAda<{ id: number }>(
    `insert into intake.amendment (id, kind, source, undoes_run_id, reason, decided_by, decided_at, state,
       decided_as, cleared_for)
     values (nextval('intake.amendment_number'), 'undo', $1, $2, 'Wrong', 'ada', $3, 'pending', 'admin', '{}')
     returning id`,
    [source, runId, at],
  );
  const amendmentId = amendment?.id ?? 0;
  const jobId = await inTransaction(database.of('intake'), ADA, (transaction) =>
    addJob(transaction, { kind: 'undo', source, askedBy: 'ada', at, amendmentId }),
  );
  const caller = {
    identity: ADA as never,
    clock: fixedClock('2022-02-01'),
    requestId: 'a request',
    auditSigner: testAuditSigner,
  };
  return {
    begin: () => openUndo(database.of('intake'), { amendmentId, source, runId, by: 'ada', at }),
    cancel: () =>
      inTransaction(database.of('intake'), ADA, (transaction) =>
        cancelJob({ transaction, ...caller }, jobId ?? 0),
      ),
    job: async () => {
      const [job] = await inTransaction(database.of('intake'), ADA, (transaction) =>
        jobsOf(transaction, [jobId ?? 0]),
      );
      return job && { state: job.state, done: job.done, expected: job.expected, message: job.message };
    },
  };
}

/** Decides to undo a run, and begins it. */
const undo = async (source: string, runId: number) => (await decideUndo(source, runId)).begin();

const ADA = { subject: 'ada', role: 'admin' };
const asAda = <Row>(sql: string, values: readonly unknown[]) =>
  inTransaction(database.of('intake'), ADA, (transaction) => transaction.query<Row>(sql, values));
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

  it('says how far it is, and is not cancelled once it was begun', async () => {
    const rows = ['a', 'b', 'c'].map((identity, line) => takenRow({ identity, line: line + 2 }));
    await loadRows(database.of('intake'), { source: 'long', rows });
    const decided = await decideUndo('long', await newestRun('long'));
    expect(await decided.job()).toMatchObject({ state: 'waiting', done: null });
    const undoing = await decided.begin();
    const far: unknown[] = [await decided.job()];
    for await (const batch of undoing.reversals(2)) {
      expect(batch.length).toBeGreaterThan(0);
      far.push((await decided.job())?.done);
    }
    expect(far).toEqual([{ state: 'working', done: 0, expected: 3, message: null }, 0, 2]);
    expect(await decided.job()).toMatchObject({ done: 3 });
    expect((await decided.cancel()).__typename).toBe('TooLateToCancel');
    await undoing.commit();
    await undoing.end();
    expect(await decided.job()).toMatchObject({ state: 'done' });
    expect((await decided.cancel()).__typename).toBe('JobEnded');
  });

  it('is cancelled before it was begun, leaves all as it was, and may be asked for again', async () => {
    await loadRows(database.of('intake'), { source: 'kept', rows: [takenRow({})] });
    const run = await newestRun('kept');
    const decided = await decideUndo('kept', run);
    for (let times = 0; times < 2; times += 1)
      expect((await decided.cancel()).__typename).toBe('JobCancelled');
    expect(await decided.job()).toMatchObject({ state: 'cancelling' });
    await expect(decided.begin()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await decided.job()).toMatchObject({
      state: 'cancelled',
      message: 'The import was not undone: it is in effect as before.',
    });
    const states = 'select state from intake.import_run where id = $1';
    expect(await readRows(database.of('intake'), states, [run])).toEqual([{ state: 'loaded' }]);
    const undoing = await undo('kept', run);
    for await (const batch of undoing.reversals(2)) expect(batch).toHaveLength(1);
    await undoing.commit();
    await undoing.end();
    expect(await readRows(database.of('intake'), states, [run])).toEqual([{ state: 'undone' }]);
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
