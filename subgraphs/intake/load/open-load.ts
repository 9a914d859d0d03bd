import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../../platform/config/clock';
import { classify, countRows, recordsToLoad } from './classify';
import { alreadyRunning, closeRun, noteRefusal, openRun } from './ledger';
import { type Blame, listedFaults, listFaults } from './list-faults';
import { openSession, type Session } from './session';
import { settle } from './settle';
import { stageFindings, stageRows } from './stage';
import { createTemporaryTables } from './temporary-tables';
import type { Finding, RecordToLoad, RunCounts, RunFault, StagedRow } from './types';

export interface LoadRequest {
  readonly source: string;
  /** The file's path; the ledger keeps its name alone. */
  readonly file: string;
  readonly clock: Clock;
  /** A trial: the same answers, and nothing stays, not even in the ledger. */
  readonly trial: boolean;
}

/** One import under way, from the first row to the last. Its methods are called in this order. */
export interface Load {
  /** Stages a batch of rows, in the file's order. */
  stage(rows: readonly StagedRow[]): Promise<void>;
  /** Decides which rows hold; no row may follow. */
  classify(): Promise<void>;
  /** What is to be recorded by other schemas, parents' stages before their children's. */
  records(batchSize: number): AsyncIterable<readonly RecordToLoad[]>;
  /** Adds what was found while a batch of records was recorded. */
  note(findings: readonly Finding[]): Promise<void>;
  /** Lists the faults and counts the rows. Throws when what became of them does not add up to those staged. */
  count(blame: Omit<Blame, 'source'>): Promise<RunCounts>;
  /** Makes the run the present state, in one transaction; does nothing in a trial. */
  settle(result: { readonly sha256: string; readonly counts: RunCounts }): Promise<void>;
  /** The faults listed, page by page, also in a trial. */
  faults(): AsyncIterable<readonly RunFault[]>;
  /** Closes a run that loads nothing; without a code it failed for a reason that the ledger does not know. */
  abandon(refusal: string | null): Promise<void>;
  /** Gives lock and connection back. Has to follow, whatever came before. */
  end(): Promise<void>;
}

/**
 * Begins an import of one source. Throws `LoadRefused` (IMPORT_RUNNING) while another of that source is under way:
 * a lock that dies with its connection says so, and no time limit does.
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

/** Takes the source's lock and opens the run. A trial has no run. */
async function begin(session: Session, { source, file, clock, trial }: LoadRequest): Promise<number | null> {
  const beginning = { source, file: path.basename(file), at: clock.now() };
  if (await takesLock(session, source)) {
    return trial ? null : session.inScope((transaction) => openRun(transaction, beginning));
  }
  throw await session.inScope(async (transaction) => {
    const refusal = await alreadyRunning(transaction, source);
    if (!trial) await noteRefusal(transaction, beginning, refusal.code);
    return refusal;
  });
}

/** How long the server may take to see that a killed import is gone, before its lock counts as held. */
const LOCK_WAIT_MILLIS = 3_000;
const LOCK_PAUSE_MILLIS = 100;

async function takesLock(session: Session, source: string): Promise<boolean> {
  const deadline = Date.now() + LOCK_WAIT_MILLIS;
  for (;;) {
    const [lock] = await session.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [`intake.import/${source}`],
    );
    if (lock?.taken) return true;
    if (Date.now() > deadline) return false;
    await delay(LOCK_PAUSE_MILLIS);
  }
}

function loadOn(session: Session, { source, clock }: LoadRequest, runId: number | null): Load {
  let read = 0;
  return {
    async stage(rows) {
      const first = read + 1;
      read += rows.length;
      await stageRows(session, first, rows);
    },
    classify: () => session.inScope((transaction) => classify(transaction, source)),
    records: (batchSize) => recordsToLoad(session, batchSize),
    note: (findings) => stageFindings(session, findings),
    count: (blame) =>
      session.inScope(async (transaction) => {
        await listFaults(transaction, { ...blame, source });
        return countRows(transaction, read);
      }),
    async settle(result) {
      if (runId === null) return;
      const settlement = { ...result, runId, source, at: clock.now() };
      await session.inScope((transaction) => settle(transaction, settlement));
    },
    faults: () => listedFaults(session),
    async abandon(refusal) {
      if (runId === null) return;
      const state = refusal === null ? 'failed' : 'refused';
      const closing = { runId, at: clock.now(), state, refusal } as const;
      await session.inScope((transaction) => closeRun(transaction, closing));
    },
    end: () => session.end(),
  };
}
