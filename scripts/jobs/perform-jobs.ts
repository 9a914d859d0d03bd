import { setTimeout as delay } from 'node:timers/promises';
import { openSpool } from '../../platform/files/spool';
import { type Begun, openQueue, type Queue } from '../../subgraphs/intake/subgraph';
import { performImport } from './perform-import';
import type { PerformingOn } from './performing-on';

/** How long a job waits for an import or an undo of the same source that somebody made another way. */
const BUSY_MILLIS = 3_000;

/** How soon a file is seen that came while others are worked on. */
const LOOK_EVERY_MILLIS = 500;

/**
 * Works on the imports that wait, those of one source one after another and of some sources side by side, until none does;
 * returns how many ended. Does nothing while another process works on them. Killed at any moment it leaves each waiting, ended,
 * or to be taken up again.
 */
export async function performJobs(on: PerformingOn): Promise<number> {
  const queue = await openQueue(on.schemas.of('intake'), on.settings.clock);
  if (queue === null) return 0;
  try {
    return await performAll(on, queue);
  } finally {
    await queue.close().catch(() => undefined);
  }
}

async function performAll(on: PerformingOn, queue: Queue): Promise<number> {
  const spool = openSpool(on.settings.imports.spoolFolder);
  const inHand = new Map<string, Promise<void>>();
  let ended = 0;
  const perform = async (job: Begun) => {
    const became = await performImport(on, { queue, spool, job });
    if (became === 'waits') await delay(BUSY_MILLIS);
    else ended += 1;
    inHand.delete(job.source);
  };
  try {
    for (;;) {
      const job = inHand.size < on.settings.imports.atOnce ? await queue.next([...inHand.keys()]) : null;
      if (job !== null) inHand.set(job.source, perform(job));
      else if (inHand.size === 0) return ended;
      else await Promise.race([...inHand.values(), delay(LOOK_EVERY_MILLIS)]);
    }
  } finally {
    // What fails ends the rest of the work; what is in hand beside it ends by itself first.
    await Promise.allSettled(inHand.values());
  }
}
