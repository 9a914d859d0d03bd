import path from 'node:path';
import type { DataSource } from 'typeorm';
import { londonDayOf } from '../../../domain/calendar/day';
import type { Clock } from '../../../platform/config/clock';
import type { Transaction } from '../../../platform/transaction/transaction';
import { refuseAmendment } from '../amendments/outcome';
import { type GonePeople, goneFrom } from '../people/anonymised-records';
import { SYSTEM_TAKEN_OVER, takenOverAlready } from '../take-over/taken-over';
import { classify, countRows, recordsToLoad, rowInTheWay } from './classify';
import { commitRun } from './commit-run';
import { keepStages, type StageColumn } from './keep-stages';
import { alreadyRunning, closeRun, noteRefusal, openRun, undoUnderWay } from './ledger';
import { type Blame, listedFaults, listFaults } from './list-faults';
import { createRunReach } from './run-reach';
import { openSession, type Session } from './session';
import { settleCopies, variedRecords } from './settle-copies';
import { takesLock } from './source-lock';
import { stageFindings, stageRows } from './staging';
import { createTemporaryTables } from './temporary-tables';
import type {
  Finding,
  HeldRow,
  LoadRefused,
  RecordToLoad,
  RunCounts,
  RunFault,
  SettledCopy,
  StagedRow,
  VariedRecord,
} from './types';
import { type Missing, missingRecords } from './vanished';

export interface LoadRequest {
  readonly source: string;
  /** The file's path; the ledger keeps its name alone. */
  readonly file: string;
  readonly clock: Clock;
  /** A dry run: the same answers, and nothing stays, not even in the ledger. */
  readonly dryRun: boolean;
  /** The correction that is carried out, in place of a file; null for a file. */
  readonly amendmentId: number | null;
  /** The long work that it belongs to; left out for none. */
  readonly jobId?: number | null;
}

/** What only the whole file says. */
export interface LoadResult {
  readonly sha256: string;
  readonly counts: RunCounts;
  /** Whether it held all records of its system, so that one that it has no row for has vanished there. */
  readonly isWhole: boolean;
}

/** One import under way, from the first row to the last. Its methods are called in this order. */
export interface Load {
  /** The records of the source of which nobody may come in again. */
  gone(): Promise<GonePeople>;
  /** Stages a batch of rows, in the file's order. */
  stageRows(rows: readonly StagedRow[]): Promise<void>;
  /** Quarantines rows whose record is held at another stage; no row may follow. */
  keepStages(by: StageColumn): Promise<void>;
  /** The records whose rows differ in their text, and may say the same all the same; no row may follow. */
  varied(): AsyncIterable<readonly VariedRecord[]>;
  /** Notes which rows do. */
  settle(copies: readonly SettledCopy[]): Promise<void>;
  /** Decides which rows hold; no row may follow. */
  classify(): Promise<void>;
  /**
   * Of a correction, the held row that keeps it from being counted: it says the same, is no older, or is another's than
   * those whom its maker was cleared for (null for all). Null where there is none.
   */
  rowInTheWay(clearedFor: readonly string[] | null): Promise<HeldRow | null>;
  /** What is to be recorded by other schemas, parents' stages before their children's. */
  records(batchSize: number): AsyncIterable<readonly RecordToLoad[]>;
  /** Adds what was found while a batch of records was recorded. */
  note(findings: readonly Finding[]): Promise<void>;
  /** Lists the faults and counts the rows. Throws when what became of them does not add up to those staged. */
  count(blame: Omit<Blame, 'source'>): Promise<RunCounts>;
  /** The records that are held and have no row in the file; before it is committed. */
  missing(most: number): Promise<Missing>;
  /** Makes the run the present state of its source, in one transaction; does nothing in a dry run. */
  commit(result: LoadResult): Promise<void>;
  /** The faults listed, page by page, also in a dry run. */
  faults(): AsyncIterable<readonly RunFault[]>;
  /** Closes a run that loads nothing; without a code it failed for a reason that the ledger does not know. */
  abandon(refusal: string | null): Promise<void>;
  /** Gives lock and connection back. Always has to follow. */
  end(): Promise<void>;
}

/**
 * Begins an import of one source. Throws `LoadRefused`: IMPORT_RUNNING while another of that source is under way (a lock
 * that dies with its connection says so, and no time limit does), UNDO_RUNNING while one of its runs is being undone,
 * SYSTEM_TAKEN_OVER for good once its complaints are worked on here.
 */
export async function openLoad(dataSource: DataSource, request: LoadRequest): Promise<Load> {
  const session = await openSession(dataSource);
  try {
    const runId = await begin(session, request);
    await createTemporaryTables(session);
    return loadOn(session, request, runId);
  } catch (error) {
    await session.end();
    throw error;
  }
}

/** Takes the source's lock and opens the run. A dry run has no run. */
async function begin(session: Session, request: LoadRequest): Promise<number | null> {
  const { source, file, clock, dryRun, amendmentId, jobId = null } = request;
  const beginning = { source, file: path.basename(file), at: clock.now(), amendmentId, jobId };
  const isAlone = await takesLock(session, source);
  const standing = await session.inScope((transaction) => inTheWay(transaction, source, isAlone));
  if (standing === null) {
    return dryRun ? null : session.inScope((transaction) => openRun(transaction, beginning));
  }
  await session.inScope(async (transaction) => {
    const isForGood = standing.code === SYSTEM_TAKEN_OVER;
    if (amendmentId !== null && isForGood) await refuseAmendment(transaction, amendmentId, standing.code);
    // What has to wait and is tried again by itself gets no entry for each time.
    if (!dryRun && amendmentId === null && (jobId === null || isForGood))
      await noteRefusal(transaction, beginning, standing.code);
  });
  throw standing;
}

/** Why nothing of a source can be loaded now, or ever again; null where it can. */
async function inTheWay(
  transaction: Transaction,
  source: string,
  isAlone: boolean,
): Promise<LoadRefused | null> {
  const gone = await takenOverAlready(transaction, source);
  if (gone !== null) return gone;
  return isAlone ? undoUnderWay(transaction, source) : alreadyRunning(transaction, source);
}

function loadOn(session: Session, request: LoadRequest, runId: number | null): Load {
  const { source, clock, amendmentId } = request;
  let read = 0;
  const reach = createRunReach();
  return {
    gone: () => session.inScope((transaction) => goneFrom(transaction, source)),
    async stageRows(rows) {
      const first = read + 1;
      read += rows.length;
      reach.add(rows);
      await stageRows(session, first, rows);
    },
    keepStages: (by) => session.inScope((transaction) => keepStages(transaction, { ...by, source })),
    varied: () => variedRecords(session, source),
    settle: (copies) => settleCopies(session, copies),
    classify: () =>
      session.inScope((transaction) => classify(transaction, { source, today: londonDayOf(clock.now()) })),
    rowInTheWay: (clearedFor) =>
      session.inScope((transaction) => rowInTheWay(transaction, { source, clearedFor })),
    records: (batchSize) => recordsToLoad(session, batchSize),
    note: (findings) => stageFindings(session, findings),
    count: (blame) =>
      session.inScope(async (transaction) => {
        await listFaults(transaction, { ...blame, source });
        return countRows(transaction, read);
      }),
    missing: (most) => session.inScope((transaction) => missingRecords(transaction, { source, most })),
    async commit(result) {
      if (runId === null) return;
      const run = { ...result, runId, source, amendmentId, reach: reach.reach(), at: clock.now() };
      await session.inScope((transaction) => commitRun(transaction, run));
    },
    faults: () => listedFaults(session),
    async abandon(refusal) {
      if (runId === null) return;
      const state = refusal === null ? 'failed' : 'refused';
      const closing = { runId, at: clock.now(), state, refusal } as const;
      await session.inScope(async (transaction) => {
        await closeRun(transaction, closing);
        if (amendmentId !== null && refusal !== null)
          await refuseAmendment(transaction, amendmentId, refusal);
      });
    },
    end: () => session.end(),
  };
}
