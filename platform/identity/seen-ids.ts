import type { Clock } from '../config/clock';

/** Remembers what was used, for as long as it could be used again. */
export interface SeenIds {
  /** Whether this is its first use. False too while nothing more can be remembered: what could be a second use is none. */
  take(id: string, untilMillis: number): boolean;
}

/**
 * A bounded memory of ids that live about equally long. What has ended makes room; where nothing has, nothing is taken, since
 * forgetting one would let it be used twice.
 */
export function createSeenIds({ clock, capacity }: { clock: Clock; capacity: number }): SeenIds {
  const seen = new Map<string, number>();
  const forgetEnded = (nowMillis: number) => {
    for (const [id, untilMillis] of seen) {
      // Those that were taken after it end no earlier, or soon after.
      if (untilMillis > nowMillis) return;
      seen.delete(id);
    }
  };
  return {
    take(id, untilMillis) {
      forgetEnded(clock.now().getTime());
      if (seen.has(id) || seen.size >= capacity) return false;
      seen.set(id, untilMillis);
      return true;
    },
  };
}
