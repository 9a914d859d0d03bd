import { type Begun, type GoOn, LoadRefused, type Queue } from '../../subgraphs/intake/subgraph';
import type { Far, ImportJob } from '../import/open-import';

/** The code of an import that somebody cancelled. */
export const CANCELLED = 'CANCELLED';

/** Thrown where another process has taken a job up: what this one would say of it does not count. */
export class LostJob extends Error {
  override readonly name = 'LostJob';
}

/** How often it is said how far a job is, and asked whether it goes on. */
const SAY_EVERY_MILLIS = 500;

/** How long a cancelled job may take to end by itself, where a statement of the database keeps it. */
const CANCEL_MILLIS = 15_000;

/** Says while a job is worked on how far it is, and ends it once it is cancelled. */
export function watchJob(
  queue: Pick<Queue, 'far' | 'beginRecording'>,
  begun: Begun,
): { readonly job: ImportJob; stop(): void } {
  let goesOn: GoOn = 'on';
  let far: () => Far = () => ({ rows: 0, records: 0 });
  let isRecording = false;
  let isSaying = false;
  let giveUp: NodeJS.Timeout | null = null;
  const heed = (answer: GoOn) => {
    if (answer === 'cancelled') giveUp ??= setTimeout(() => process.exit(0), CANCEL_MILLIS);
    goesOn = answer;
  };
  async function say(): Promise<void> {
    if (isSaying || goesOn !== 'on') return;
    isSaying = true;
    const { rows, records } = far();
    const said = isRecording ? { done: records, expected: rows } : { done: rows, expected: null };
    // What cannot be said now is said the next time; a database that is gone ends the import itself.
    await queue.far(begun, said).then(heed, () => undefined);
    isSaying = false;
  }
  const check = () => {
    if (goesOn === 'lost') throw new LostJob();
    if (goesOn === 'cancelled')
      throw new LoadRefused(CANCELLED, 'Somebody cancelled it. Nothing was recorded.');
  };
  const timer = setInterval(() => void say(), SAY_EVERY_MILLIS);
  return {
    job: {
      id: begun.id,
      name: begun.file,
      begun(tells) {
        far = tells;
      },
      checkRow: check,
      async beforeRecording() {
        if (begun.kind !== 'dry_run') heed(await queue.beginRecording(begun));
        check();
        isRecording = true;
      },
    },
    stop() {
      clearInterval(timer);
      if (giveUp !== null) clearTimeout(giveUp);
    },
  };
}
