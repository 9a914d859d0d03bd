import type { Logger } from '../../platform/logging/logger';
import { onNobodysAccount } from '../../platform/tracing/current';
import { type Refusal, SignInUnavailable } from './refusal';

/** Writes down who was refused, in few lines however often somebody asks. */
export interface RefusalLog {
  /** A line for the first of its kind; what follows within the interval is counted. */
  note(requestId: string, refusal: Refusal): void;
  /** Writes what was counted and has not been written yet. */
  flush(): void;
}

/** Not signed in, not allowed, too much at once, sign-ins that cannot be checked. */
const LOGGED: ReadonlySet<number> = new Set([401, 403, 429, 503]);

const INTERVAL_MILLIS = 60_000;
/** Kinds that are counted apart at the same time; further ones are counted without who it was. */
const MOST_KINDS = 1_000;

interface Counted {
  readonly status: number;
  readonly code: string;
  readonly subject: string | null;
  times: number;
}

/**
 * Counts by status, code and who was refused. Of those who are not signed in nothing is known that could be told apart, and
 * nothing of what they sent is written. A kind that stays away for an interval begins anew, with a line at once.
 */
export function createRefusalLog(logger: Logger, { intervalMillis = INTERVAL_MILLIS } = {}): RefusalLog {
  const kinds = new Map<string, Counted>();
  let timer: NodeJS.Timeout | null = null;

  /** On nobody's account: what is written then is of many requests. */
  const later = () => onNobodysAccount(() => setTimeout(flush, intervalMillis).unref());

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const [key, kind] of kinds) {
      if (kind.times === 0) {
        kinds.delete(key);
        continue;
      }
      logger.warn({ ...kind, withinSeconds: intervalMillis / 1_000 }, 'Refused again');
      kind.times = 0;
    }
    if (kinds.size > 0) timer = later();
  }

  return {
    flush,
    note(requestId, refusal) {
      const { status, code } = refusal;
      if (!LOGGED.has(status)) return;
      const subject = kinds.size < MOST_KINDS ? refusal.subject : null;
      const key = JSON.stringify([status, code, subject]);
      const known = kinds.get(key) ?? kinds.get(JSON.stringify([status, code, refusal.subject]));
      if (known !== undefined) {
        known.times += 1;
        return;
      }
      kinds.set(key, { status, code, subject, times: 0 });
      timer ??= later();
      const line = { requestId, status, code, subject };
      if (refusal instanceof SignInUnavailable)
        logger.error({ ...line, err: refusal.cause }, 'Sign-ins could not be checked');
      else logger.warn(line, 'Refused');
    },
  };
}
