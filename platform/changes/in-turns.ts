/** Work that is done again and again, one turn after the other. */
export interface InTurns {
  /** Lets turns begin; what was asked for before is of no matter. */
  start(): void;
  /** Asks for a turn that begins after this. */
  again(): void;
  /** Begins no further turn. */
  stop(): void;
}

/**
 * Does `work` once for all who ask while a turn is under way, and begins no turn sooner than `gapMillis` after the last has
 * ended. One that fails is made again in its turn: what it was asked for is not done.
 */
export function inTurns({ gapMillis }: { readonly gapMillis: number }, work: () => Promise<void>): InTurns {
  let isIdle = false;
  let isDue = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async () => {
    isIdle = false;
    isDue = false;
    await work().catch(() => {
      isDue = true;
    });
    if (isStopped) return;
    timer = setTimeout(() => {
      isIdle = true;
      if (isDue) void turn();
    }, gapMillis);
    timer.unref();
  };
  return {
    start() {
      isIdle = !isStopped;
      isDue = false;
    },
    again() {
      isDue = true;
      if (isIdle) void turn();
    },
    stop() {
      isStopped = true;
      isIdle = false;
      clearTimeout(timer);
    },
  };
}
