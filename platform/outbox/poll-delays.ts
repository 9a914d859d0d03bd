/** Who need not be asked just now. */
export interface PollDelays<Polled> {
  /** Nothing was left there, or it failed, when it was asked at `askedAtMillis`. */
  delay(subscription: Polled, askedAtMillis: number): void;
  isDelayed(subscription: Polled): boolean;
  /** Ends all delays, also of those that are being asked just now: what they do not see yet may be what this is about. */
  endAll(): void;
}

/** Delays the next poll of subscriptions in which nothing is left: while one of many is busy, the others are not polled with each of its batches. */
export function createPollDelays<Polled>({
  delayMillis,
  nowMillis = Date.now,
}: {
  delayMillis: number;
  nowMillis?: () => number;
}): PollDelays<Polled> {
  const askedAt = new Map<Polled, number>();
  let wokenAt = Number.NEGATIVE_INFINITY;
  return {
    delay: (subscription, askedAtMillis) => void askedAt.set(subscription, askedAtMillis),
    isDelayed(subscription) {
      const asked = askedAt.get(subscription) ?? Number.NEGATIVE_INFINITY;
      return asked > wokenAt && nowMillis() < asked + delayMillis;
    },
    endAll() {
      wokenAt = nowMillis();
    },
  };
}
