import { setTimeout as delay } from 'node:timers/promises';
import { openSpool } from '../../platform/files/spool';
import { openQueue, type Queue } from '../../subgraphs/intake/subgraph';
import { performImport } from './perform-import';
import type { PerformingOn } from './performing-on';

/** How long a job waits for an import or an undo of the same source that somebody made another way. */
const BUSY_MILLIS = 3_000;

/**
 * Works on the imports that wait, one after another, until none does; returns how many ended. Does nothing while another
 * process works on them. Killed at any moment it leaves each waiting, ended, or to be taken up again.
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
  let ended = 0;
  for (;;) {
    const job = await queue.next();
    if (job === null) return ended;
    const became = await performImport(on, { queue, spool, job });
    if (became === 'waits') await delay(BUSY_MILLIS);
    else ended += 1;
  }
}
