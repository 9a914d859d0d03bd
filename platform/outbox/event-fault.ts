import { isError } from '../postgres/error-code';
import { safeDatabaseError } from '../postgres/safe-error';
import type { PlacedEvent } from './outbox';

/** Names of errors that speak of a value which is not what it should be. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'SyntaxError',
  'UnreadablePayloadError',
]);

/**
 * Classes of SQLSTATE that speak of the values that a statement was given (PostgreSQL manual, appendix A): a row named
 * twice, data that does not fit, a constraint broken. All others speak of the connection, the server, other
 * transactions or our own statements, and would strike any event: those wait until that is mended.
 */
const OF_DATA: ReadonlySet<string> = new Set(['21', '22', '23']);

/**
 * Of class 54 the one code that speaks of values: one is larger than PostgreSQL can keep, such as a text that no index
 * takes. The others speak of the statement (too complex, too many columns or arguments) and of how the server is set up.
 */
const TOO_LARGE = '54000';

/**
 * Why an event cannot be applied, in a word that holds nothing of it, when the error speaks of the event itself; null
 * for every other error (a lost connection, a serialization failure, a statement that was stopped, whatever is new).
 */
export function eventFault(error: unknown): string | null {
  if (!isError(error)) return null;
  const safe = safeDatabaseError(error);
  if (safe === error) return OF_VALUES.has(error.name) ? error.name : null;
  const code = 'code' in safe && typeof safe.code === 'string' ? safe.code : '';
  return code === TOO_LARGE || OF_DATA.has(code.slice(0, 2)) ? code : null;
}

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
