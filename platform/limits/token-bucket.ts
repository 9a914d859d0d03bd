import type { Clock } from '../config/clock';

/** So many at once, and after that as many as come back with time. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A limit of rate: it holds what may be done now, at most a burst, and fills evenly. */
export interface TokenBucket {
  /** Takes one where there is one, and says 0; else how many milliseconds it takes until there is. */
  take(): number;
  /** Whether it is full again, as a new one is: what kept nothing need not be kept. */
  isFull(): boolean;
}

/** A full bucket. A clock that is put back gives nothing more, and costs no more than a whole burst. */
export function createTokenBucket({ burst, perSecond }: Rate, clock: Clock): TokenBucket {
  const intervalMillis = 1_000 / perSecond;
  const emptyMillis = burst * intervalMillis;
  /** When nothing will be missing any more. */
  let fullAtMillis = Number.NEGATIVE_INFINITY;
  return {
    take() {
      const nowMillis = clock.now().getTime();
      const fullAt = Math.min(Math.max(fullAtMillis, nowMillis), nowMillis + emptyMillis);
      const waitMillis = fullAt + intervalMillis - (nowMillis + emptyMillis);
      fullAtMillis = waitMillis > 0 ? fullAt : fullAt + intervalMillis;
      return Math.max(0, Math.ceil(waitMillis));
    },
    isFull: () => fullAtMillis <= clock.now().getTime(),
  };
}
