import type { PlacedEvent } from './outbox';

/** How often an event has to fail by itself, and over how long, before it becomes a dead letter. */
export interface RetryLimit {
  readonly attempts: number;
  readonly millis: number;
}

/** Three polls, and longer than another transaction takes with which the event may have collided. */
export const RETRY_LIMIT: RetryLimit = { attempts: 3, millis: 2_000 };

/** Counts, for one follower of one outbox, how often events failed by their own fault. */
export function createRetryCounter({ attempts, millis }: RetryLimit, nowMillis = Date.now) {
  const failures = new Map<string, { count: number; readonly sinceMillis: number }>();
  return {
    /** Notes a further failure; true when it has been enough. */
    isExhausted(event: PlacedEvent): boolean {
      const failure = failures.get(keyOf(event)) ?? { count: 0, sinceMillis: nowMillis() };
      failure.count += 1;
      failures.set(keyOf(event), failure);
      return failure.count >= attempts && nowMillis() - failure.sinceMillis >= millis;
    },
    /** Clears what was counted of events that the checkpoint has moved past. */
    clear(events: readonly PlacedEvent[]): void {
      if (failures.size > 0) for (const event of events) failures.delete(keyOf(event));
    },
  };
}

const keyOf = ({ position: { xid, id } }: PlacedEvent): string => `${xid}/${id}`;
