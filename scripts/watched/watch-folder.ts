import { createReadStream } from 'node:fs';
import path from 'node:path';
import { SOURCE_NAMES } from '../../imports/sources';
import type { Clock } from '../../platform/config/clock';
import type { Spool } from '../../platform/files/spool';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { type DataSource, inTransaction } from '../../platform/transaction/transaction';
import { addWatchedFile, lookAlone, noteFiled, unfiled } from '../../subgraphs/intake/subgraph';
import { fileAway } from './file-away';
import { createQuietFiles, type QuietFile, versionOf } from './quiet-files';

export interface WatchedFolder {
  /** Absolute. It has a folder for each source. */
  readonly folder: string;
  readonly quietMillis: number;
  readonly spool: Spool;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
}

const ENDED: ReadonlySet<string> = new Set(['done', 'refused', 'failed', 'cancelled']);

/** How long a file is, the import itself says: here any is taken, so that a refusal is told like every other. */
const ANY_LENGTH = Number.MAX_SAFE_INTEGER;

/**
 * One look at the watched folder after another: files that have stopped growing are copied into the spool, and each gets an
 * import; files whose import has ended are moved out of the way. A file stays where it is until then, so killed at any
 * moment it loses none, and an import that is there already is not added again. Several processes may watch one folder:
 * one of them looks at a time.
 */
export function createFolderWatch(on: WatchedFolder): { look(): Promise<void> } {
  const files = createQuietFiles(on.quietMillis);
  return {
    look: () =>
      lookAlone(on.intake, async () => {
        const inTheWay = await fileEnded(on);
        for (const file of await files.look(on.folder, SOURCE_NAMES))
          if (!inTheWay.has(file.watched)) await take(on, file);
      }),
  };
}

/** Moves what has ended; the files that stay in the way, since they are still worked on. */
async function fileEnded({ folder, intake, clock }: WatchedFolder): Promise<ReadonlySet<string>> {
  const jobs = await inTransaction(intake, IMPORT_SCOPE, unfiled);
  const ended = jobs.filter(({ state }) => ENDED.has(state));
  for (const job of ended) {
    await fileAway(folder, job);
    await inTransaction(intake, IMPORT_SCOPE, (transaction) => noteFiled(transaction, job.id, clock.now()));
  }
  return new Set(jobs.filter(({ state }) => !ENDED.has(state)).map(({ watched }) => watched));
}

/** A file that changes while it is copied is left for the next look. */
async function take({ folder, spool, intake, clock }: WatchedFolder, file: QuietFile): Promise<void> {
  const from = path.join(folder, file.watched);
  const {
    name: upload,
    bytes,
    sha256,
  } = await spool.receive(createReadStream(from), { maximumBytes: ANY_LENGTH });
  const isSame = (await versionOf(from)) === file.version;
  const job = { source: file.source, watched: file.watched, file: file.name, bytes, sha256, upload };
  const became = isSame
    ? await inTransaction(intake, IMPORT_SCOPE, (transaction) =>
        addWatchedFile(transaction, { ...job, at: clock.now() }),
      )
    : 'not taken';
  if (became === 'not taken') await spool.remove(upload);
}
