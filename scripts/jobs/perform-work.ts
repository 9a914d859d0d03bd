import type { Clock } from '../../platform/config/clock';
import type { DataSource } from '../../platform/transaction/transaction';
import {
  type Begun,
  type Ending,
  LoadRefused,
  openQueue,
  type Queue,
  type WorkKind,
} from '../../subgraphs/intake/subgraph';
import { CANCELLED, type Heed, heedJob, LostJob } from './heed-job';

const BROKE_OFF =
  'It broke off: the log of the product says why. Nothing is half done. Ask for it again, unless it begins again by itself.';

/** What is true of each kind once somebody has cancelled it. */
const CANCELLED_SAYS: Readonly<Record<WorkKind, string>> = {
  search:
    'Nothing was suggested or taken back. It begins again after the next import, or when somebody asks for it.',
  rebuild: 'Each part was built anew whole, or is as it was. Figures may be asked as before.',
};

interface Performing {
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
  readonly kind: WorkKind;
}

/**
 * Does all work of a kind that waits, one after another; what each says of how it ended. Does nothing while another process
 * does it. Throws what the work throws, once its job says that it broke off.
 */
export async function performWork(
  { intake, clock, kind }: Performing,
  work: (heed: Heed) => Promise<string>,
): Promise<readonly string[]> {
  const queue = await openQueue(intake, clock, kind);
  if (queue === null) return [];
  const ended: string[] = [];
  try {
    for (;;) {
      const job = await queue.next();
      if (job === null) return ended;
      const ending = await endingOf(queue, { job, kind, work });
      if (ending?.message !== undefined) ended.push(ending.message);
    }
  } finally {
    await queue.close().catch(() => undefined);
  }
}

/** Null where another process has taken it up meanwhile. */
async function endingOf(
  queue: Queue,
  {
    job,
    kind,
    work,
  }: { readonly job: Begun; readonly kind: WorkKind; readonly work: (heed: Heed) => Promise<string> },
): Promise<Ending | null> {
  const heed = heedJob(queue, job);
  try {
    const ending: Ending = { state: 'done', message: await work(heed) };
    await queue.end(job, ending);
    return ending;
  } catch (error) {
    if (error instanceof LostJob) return null;
    const isCancelled = error instanceof LoadRefused && error.code === CANCELLED;
    const ending: Ending = isCancelled
      ? { state: 'cancelled', message: CANCELLED_SAYS[kind] }
      : { state: 'failed', refusal: 'FAILED', message: BROKE_OFF };
    await queue.end(job, ending);
    if (!isCancelled) throw error;
    return ending;
  } finally {
    heed.stop();
  }
}
