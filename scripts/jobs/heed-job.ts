import { type Begun, type Far, type GoOn, LoadRefused, type Queue } from '../../subgraphs/intake/subgraph';

/** The code of long work that somebody cancelled. */
export const CANCELLED = 'CANCELLED';

/** Thrown where another process has taken a job up: what this one would say of it does not count. */
export class LostJob extends Error {
  override readonly name = 'LostJob';
}

/** What whoever works on a job says of it, and has to heed. */
export interface Heed {
  /** Has it said from now on, every so often, how far it is. */
  tells(far: () => Far): void;
  /** Throws where it does not go on: `LostJob`, or a `LoadRefused` of the code `CANCELLED`. */
  check(): void;
  /** From here on it cannot be cancelled. Throws as `check` does. */
  beginRecording(): Promise<void>;
  stop(): void;
}

/** How often it is said how far a job is, and asked whether it goes on. */
const SAY_EVERY_MILLIS = 500;

/** How long a cancelled job may take to end by itself, where a statement of the database keeps it. */
const CANCEL_MILLIS = 15_000;

/** Says while a job is worked on how far it is, and ends it once it is cancelled. `stop` has to follow. */
export function heedJob(queue: Pick<Queue, 'far' | 'beginRecording'>, begun: Begun): Heed {
  let goesOn: GoOn = 'on';
  let far: () => Far = () => ({ done: 0, expected: null });
  let isSaying = false;
  let giveUp: NodeJS.Timeout | null = null;
  const heed = (answer: GoOn) => {
    if (answer === 'cancelled') giveUp ??= setTimeout(() => process.exit(0), CANCEL_MILLIS);
    goesOn = answer;
  };
  async function say(): Promise<void> {
    if (isSaying || goesOn !== 'on') return;
    isSaying = true;
    // What cannot be said now is said the next time; a database that is gone ends the work itself.
    await queue.far(begun, far()).then(heed, () => undefined);
    isSaying = false;
  }
  const check = () => {
    if (goesOn === 'lost') throw new LostJob();
    if (goesOn === 'cancelled')
      throw new LoadRefused(CANCELLED, 'Somebody cancelled it. Nothing was recorded.');
  };
  const timer = setInterval(() => void say(), SAY_EVERY_MILLIS);
  return {
    tells(tell) {
      far = tell;
    },
    check,
    async beginRecording() {
      heed(await queue.beginRecording(begun));
      check();
    },
    stop() {
      clearInterval(timer);
      if (giveUp !== null) clearTimeout(giveUp);
    },
  };
}
