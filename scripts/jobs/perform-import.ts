import type { Loaded, Refused } from '../../imports/pipeline';
import { isSourceName } from '../../imports/sources';
import type { Spool } from '../../platform/files/spool';
import type { Begun, Ending, Queue } from '../../subgraphs/intake/subgraph';
import { runImport } from '../import/open-import';
import { endedBy } from '../import/refusal';
import type { Aside } from '../import/report-summary';
import { CANCELLED, LostJob } from './heed-job';
import { outcomeOf } from './outcome';
import type { PerformingOn } from './performing-on';
import { watchJob } from './watch-job';

/** Refusals after which a job waits for the next time. */
const WAITS: ReadonlySet<string> = new Set(['IMPORT_RUNNING', 'UNDO_RUNNING']);

interface Performing {
  readonly queue: Queue;
  readonly spool: Spool;
  readonly job: Begun;
}

/** Imports the file of a job, and says what became of it. `lost`: another process has taken it up. */
export async function performImport(
  on: PerformingOn,
  { queue, spool, job }: Performing,
): Promise<'ended' | 'waits' | 'lost'> {
  const dryRun = job.kind === 'dry_run';
  const keptUntil = new Date(on.settings.clock.now().getTime() + on.settings.imports.keptMillis);
  const became: { ending: Ending | null } = { ending: null };
  const watched = watchJob(queue, job);
  try {
    if (!isSourceName(job.source)) throw new Error(`There is no source called ${job.source}`);
    const asked = { source: job.source, file: spool.pathOf(job.upload), dryRun };
    await runImport({ ...on, asked, job: watched.job }, async (outcome, aside) => {
      became.ending = await endingOf(outcome, aside, dryRun ? keptUntil : null);
    });
  } catch (error) {
    if (error instanceof LostJob) return 'lost';
    const { refusal, trace } = endedBy(error, { dryRun });
    if (trace !== null) process.stderr.write(`${trace}\n`);
    became.ending ??= { state: 'failed', refusal: refusal.code, message: refusal.message, keptUntil };
  } finally {
    watched.stop();
  }
  return settle({ queue, spool, job }, became.ending);
}

async function endingOf(
  outcome: Loaded | Refused,
  aside: Aside,
  keptUntil: Date | null,
): Promise<Ending | null> {
  if (outcome.kind === 'loaded')
    return {
      state: 'done',
      outcome: await outcomeOf(outcome, aside),
      ...(keptUntil === null ? {} : { keptUntil }),
    };
  if (WAITS.has(outcome.code)) return null;
  if (outcome.code === CANCELLED) return { state: 'cancelled' };
  return { state: 'refused', refusal: outcome.code, message: outcome.message };
}

async function settle({ queue, spool, job }: Performing, ending: Ending | null): Promise<'ended' | 'waits'> {
  if (ending === null) {
    await queue.putBack(job);
    return 'waits';
  }
  await queue.end(job, ending);
  if (ending.keptUntil === undefined && job.upload !== '') await spool.remove(job.upload);
  return 'ended';
}
