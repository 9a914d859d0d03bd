import type { DataSource } from 'typeorm';
import type { Transaction } from '../../../platform/transaction/transaction';
import { finishAmendment, refuseAmendment, reopenAmendment } from '../amendments/outcome';
import { takenOverAlready } from '../take-over/taken-over';
import { alreadyRunning, runsDependingOn } from './ledger';
import { undoRun } from './remove-run';
import { openSession, type Session } from './session';
import { reopenFaults } from './settle-faults';
import { takesLock } from './source-lock';
import { sumUpTallies } from './sum-up-tallies';
import { type HeldRow, LoadRefused, type UndoRequest } from './types';
import { isUndoCancelled, noteBegun, noteCancelled, noteUndone } from './undo-progress';

/** What becomes of one record: the row that is held goes; what was held before comes back, if anything was. */
export interface Reversal {
  readonly now: HeldRow;
  readonly before: HeldRow | null;
}

/** The undoing of one run. Its methods are called in this order. */
export interface Undo {
  /** What keepers have to remove, or to record as it was before. */
  reversals(batchSize: number): AsyncIterable<readonly Reversal[]>;
  /** Makes what was before the run the present state again, in one transaction. */
  commit(): Promise<void>;
  /** Gives lock and connection back. Always has to follow. */
  end(): Promise<void>;
}

/**
 * Begins to undo a run, under the lock of its source. Throws `LoadRefused`: IMPORT_RUNNING while an import of that
 * source is under way; BUILT_ON when a later run depends on this one by now, and CANCELLED where somebody cancelled it, which
 * the amendment then says.
 */
export async function openUndo(dataSource: DataSource, request: UndoRequest): Promise<Undo> {
  const session = await openSession(dataSource);
  try {
    await begin(session, request);
    return undoOn(session, request);
  } catch (error) {
    await session.end();
    throw error;
  }
}

async function begin(session: Session, request: UndoRequest): Promise<void> {
  const { source, runId } = request;
  if (!(await takesLock(session, source)))
    throw await session.inScope((transaction) => alreadyRunning(transaction, source));
  const refused = await session.inScope((transaction) => beginUndo(transaction, request));
  if (refused !== null) throw refused;
  await session.query(
    'create temporary table reversal (turn int primary key, identity text, line int, raw json, before_line int, before_raw json)',
  );
  await session.inScope(async (transaction) => {
    const [found] = await transaction.query<{ expected: number }>(
      `with listed as (insert into reversal (turn, identity, line, raw, before_line, before_raw)
       select row_number() over (order by held.line), held.identity, held.line, held.raw, was.line, was.raw
       from intake.held_row as held
         left join intake.replaced_row as was on was.run_id = $2 and was.identity = held.identity
       where held.source = $1 and held.run_id = $2 returning 1)
       select count(*)::int as expected from listed`,
      [source, runId],
    );
    await noteBegun(transaction, { ...request, expected: found?.expected ?? 0 });
  });
}

/**
 * Says in the ledger that the run is being undone, before anything is removed: if that breaks off, nothing else of
 * the source happens before it is done. One that was begun goes on, whatever has come since.
 */
async function beginUndo(transaction: Transaction, request: UndoRequest): Promise<LoadRefused | null> {
  const { runId, amendmentId } = request;
  const isCancelled = await isUndoCancelled(transaction, request);
  const begun = await transaction.query(`select from intake.import_run where id = $1 and state = 'undoing'`, [
    runId,
  ]);
  if (begun.length > 0) return null;
  const gone = await takenOverAlready(transaction, request.source);
  if (gone !== null) {
    await refuseAmendment(transaction, amendmentId, gone.code);
    return gone;
  }
  if (isCancelled) {
    await refuseAmendment(transaction, amendmentId, 'CANCELLED');
    await noteCancelled(transaction, request);
    return new LoadRefused('CANCELLED', `The undoing of run ${runId} was cancelled. Nothing was undone.`);
  }
  const later = await runsDependingOn(transaction, runId);
  if (later.length > 0) {
    await refuseAmendment(transaction, amendmentId, 'BUILT_ON');
    return new LoadRefused('BUILT_ON', `Later runs depend on run ${runId}: ${later.join(', ')}.`);
  }
  await transaction.query(
    `update intake.import_run set state = 'undoing' where id = $1 and state = 'loaded'`,
    [runId],
  );
  await noteBegun(transaction, { ...request, expected: null });
  return null;
}

function undoOn(session: Session, request: UndoRequest): Undo {
  return {
    reversals: (batchSize) => reversals(session, { batchSize, amendmentId: request.amendmentId }),
    commit: () =>
      session.inScope(async (transaction) => {
        const carriedOut = await undoRun(transaction, request);
        if (carriedOut !== null) await reopenAmendment(transaction, carriedOut);
        await reopenFaults(transaction, request.runId);
        await sumUpTallies(transaction, request.source);
        await finishAmendment(transaction, request.amendmentId, { runId: request.runId });
      }),
    end: () => session.end(),
  };
}

interface PagedReversal {
  readonly identity: string;
  readonly line: number;
  readonly raw: object;
  readonly before_line: number | null;
  readonly before_raw: object | null;
}

/** Whoever asks for the next batch has done the one before. */
async function* reversals(
  session: Session,
  { batchSize, amendmentId }: { readonly batchSize: number; readonly amendmentId: number },
): AsyncGenerator<readonly Reversal[]> {
  for (let after = 0; ; after += batchSize) {
    if (after > 0) await session.inScope((transaction) => noteUndone(transaction, amendmentId, after));
    const rows = await session.query<PagedReversal>(
      `select identity, line, raw, before_line, before_raw from reversal where turn > $1 and turn <= $2 order by turn`,
      [after, after + batchSize],
    );
    if (rows.length === 0) return;
    yield rows.map(({ identity, line, raw, before_line, before_raw }) => ({
      now: { identity, line, raw },
      before:
        before_line === null || before_raw === null ? null : { identity, line: before_line, raw: before_raw },
    }));
  }
}
