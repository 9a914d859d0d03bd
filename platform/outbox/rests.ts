/** Who need not be asked just now. */
export interface Rests<Lane> {
  /** Nothing was left there, or it failed, when it was asked at `askedAtMillis`. */
  rest(lane: Lane, askedAtMillis: number): void;
  isResting(lane: Lane): boolean;
  /** Ends all rests, also of those that are being asked just now: what they do not see yet may be what this is about. */
  wakeAll(): void;
}

/** Lets lanes in which nothing is left rest for a while: while one of many is busy, they are not asked with each of its batches. */
export function createRests<Lane>({
  restMillis,
  nowMillis = Date.now,
}: {
  restMillis: number;
  nowMillis?: () => number;
}): Rests<Lane> {
  const askedAt = new Map<Lane, number>();
  let wokenAt = Number.NEGATIVE_INFINITY;
  return {
    rest: (lane, askedAtMillis) => void askedAt.set(lane, askedAtMillis),
    isResting(lane) {
      const asked = askedAt.get(lane) ?? Number.NEGATIVE_INFINITY;
      return asked > wokenAt && nowMillis() < asked + restMillis;
    },
    wakeAll() {
      wokenAt = nowMillis();
    },
  };
}
