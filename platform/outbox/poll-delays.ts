/** Who need not be asked just now. */
export interface PollDelays<Lane> {
  /** Nothing was left there, or it failed, when it was asked at `askedAtMillis`. */
  delay(lane: Lane, askedAtMillis: number): void;
  isDelayed(lane: Lane): boolean;
  /** Ends all rests, also of those that are being asked just now: what they do not see yet may be what this is about. */
  endAll(): void;
}

/** Lets lanes in which nothing is left rest for a while: while one of many is busy, they are not asked with each of its batches. */
export function createPollDelays<Lane>({
  restMillis,
  nowMillis = Date.now,
}: {
  restMillis: number;
  nowMillis?: () => number;
}): PollDelays<Lane> {
  const askedAt = new Map<Lane, number>();
  let wokenAt = Number.NEGATIVE_INFINITY;
  return {
    delay: (lane, askedAtMillis) => void askedAt.set(lane, askedAtMillis),
    isDelayed(lane) {
      const asked = askedAt.get(lane) ?? Number.NEGATIVE_INFINITY;
      return asked > wokenAt && nowMillis() < asked + restMillis;
    },
    endAll() {
      wokenAt = nowMillis();
    },
  };
}
