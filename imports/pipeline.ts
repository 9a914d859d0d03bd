import type { DataSource } from 'typeorm';
import type { Clock } from '../platform/config/clock';
import { type Load, LoadRefused, openLoad, type RunCounts } from '../subgraphs/intake/subgraph';
import { aboutMissing } from './pipeline/about-missing';
import { deliver } from './pipeline/deliver';
import type { Keepers } from './pipeline/keeper';
import { settleCopies } from './pipeline/settle-copies';
import { stageFile } from './pipeline/stage-file';
import { type Fault, FileRefused } from './record';
import type { Facts, Hashed, Source } from './source';

export { carryOut } from './pipeline/carry-out';
export { catalogueOf } from './pipeline/catalogue';
export { findDuplicates } from './pipeline/find-duplicates';
export { judgeBy } from './pipeline/judge';
export type { Keeper, Keepers } from './pipeline/keeper';
export { openKeepers } from './pipeline/keepers';
export { takePeopleOut } from './pipeline/take-people-out';

export interface ImportRequest<Record extends Hashed> {
  readonly source: Source<Record>;
  readonly file: string;
  /** What the file is called in the ledger, where its path does not say so. */
  readonly name?: string;
  readonly maximumBytes: number;
  /** The present day and the names in force: what a row is judged by. */
  readonly facts: Facts;
  /** In a dry run they have to keep nothing either. */
  readonly keepers: Keepers;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
  /** Everything but that nothing stays. */
  readonly dryRun: boolean;
  /** The long work that it belongs to; left out for none. */
  readonly jobId?: number;
  /** Called once all rows are read and judged. Where it throws, nothing is recorded; after it the import goes to its end. */
  beforeRecording?(): Promise<void>;
}

/** A file that was loaded, or would have been. */
export interface Loaded {
  readonly kind: 'loaded';
  readonly sha256: string;
  readonly counts: RunCounts;
  /** What to look at in the file before it is trusted: no faults, since a sound file may look so too. */
  readonly notes: readonly string[];
  /** In the order of their lines, page by page; only until the report is done. */
  faults(): AsyncIterable<readonly Fault[]>;
}

/** A file of which nothing was loaded. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
}

/**
 * Imports one file: stage, classify, deliver, commit. Memory does not grow with the file. Killed at any moment it
 * leaves either no run or a whole one, and the same import again gives what one without disturbance would have given.
 * `report` is called with the outcome while the listed faults can still be read. What is unexpected is thrown, and the
 * ledger says `failed`.
 */
export async function importFile<Record extends Hashed, Result>(
  request: ImportRequest<Record>,
  report: (outcome: Loaded | Refused) => Promise<Result>,
): Promise<Result> {
  let load: Load | null = null;
  try {
    const { source, file, name = file, clock, dryRun, jobId = null } = request;
    const opening = { source: source.name, file: name, clock, dryRun, amendmentId: null, jobId };
    load = await openLoad(request.intake, opening);
    const open = load;
    const { sha256, counts, notes } = await run(open, request);
    return await report({ kind: 'loaded', sha256, counts, notes, faults: () => open.faults() });
  } catch (error) {
    const refused = asRefusal(error);
    await load?.abandon(refused?.code ?? null).catch(() => undefined);
    if (!refused) throw error;
    return await report(refused);
  } finally {
    // A lost connection has given everything back already; what went wrong is in the error that found it.
    await load?.end().catch(() => undefined);
  }
}

async function run<Record extends Hashed>(
  load: Load,
  { source, file, maximumBytes, facts, keepers, beforeRecording }: ImportRequest<Record>,
): Promise<Pick<Loaded, 'sha256' | 'counts' | 'notes'>> {
  const { sha256, controlTotal, isCutOff, notes } = await stageFile(load, {
    source,
    facts,
    file,
    maximumBytes,
  });
  if (source.stageKept !== undefined) await load.keepStages(source.stageKept);
  await settleCopies(load, { source, facts });
  await load.classify();
  await beforeRecording?.();
  await deliver(load, { keepers, source, facts });
  const counts = await load.count({ controlTotal, identityColumn: identityColumn(source) });
  // A file that may be cut off does not show that a record has vanished.
  const isWhole = source.isWhole && !isCutOff;
  const vanished = isWhole ? await aboutMissing(load) : [];
  await load.commit({ sha256, counts, isWhole });
  return { sha256, counts, notes: [...notes, ...vanished] };
}

/** The column to name for a copy; null where it takes several to identify a row. */
function identityColumn({ identityColumns }: Pick<Source<Hashed>, 'identityColumns'>): string | null {
  const [only, ...more] = identityColumns;
  return only !== undefined && more.length === 0 ? only : null;
}

function asRefusal(error: unknown): Refused | null {
  if (!(error instanceof FileRefused || error instanceof LoadRefused)) return null;
  return { kind: 'refused', code: error.code, message: error.message };
}
