import type { Clock } from '../config/clock';

/** Keeps values until a moment of their own, and no more of them than fit. */
export interface ExpiringCache<Value> {
  /** Undefined when it was never kept, or its time is over. */
  get(key: string): Value | undefined;
  /** Keeps `value` until `untilMillis` (since 1970); the oldest one goes when there is no room. */
  set(key: string, value: Value, untilMillis: number): void;
}

/** Makes a cache that takes the time from `clock` and holds at most `capacity` values. */
export function createExpiringCache<Value>({
  clock,
  capacity,
}: {
  clock: Clock;
  capacity: number;
}): ExpiringCache<Value> {
  const kept = new Map<string, { value: Value; untilMillis: number }>();
  return {
    get(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      if (clock.now().getTime() < entry.untilMillis) return entry.value;
      kept.delete(key);
      return undefined;
    },
    set(key, value, untilMillis) {
      kept.delete(key);
      const oldest = kept.size >= capacity ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(key, { value, untilMillis });
    },
  };
}
