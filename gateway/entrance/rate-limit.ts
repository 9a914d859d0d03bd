import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../../platform/config/clock';
import { createTokenBucket, type Rate, type TokenBucket } from '../../platform/limits/token-bucket';
import { Refusal } from './refusal';

/**
 * A page of figures asks some ten questions, a BI tool that refreshes its reports a hundred under one sign-in, a load test
 * some hundreds a second. What one caller may ask without end leaves most of a processor to the others.
 */
export const RATE: Rate = { burst: 1_000, perSecond: 100 };

/** A refusal is held back for so long, so that who asks on at once on each connection asks no more than that. */
const PAUSE_MILLIS = 1_000;
/** Callers who asked within the last moments; the one that asked longest ago goes when there is no room. */
const MOST_CALLERS = 10_000;

/** Limits how often each subject may ask, beside how much at once. */
export interface RateLimit {
  /** Resolves when the subject may go on. Throws a `Refusal` (429) after a pause when not; without one when `signal` aborts. */
  pass(subject: string, signal: AbortSignal): Promise<void>;
  /** How many callers it remembers. */
  size(): number;
}

export interface CreateRateLimit {
  readonly rate?: Rate;
  readonly clock?: Clock;
  readonly pauseMillis?: number;
  readonly mostCallers?: number;
}

/** Remembers of each subject what they have left, until that is everything again. */
export function createRateLimit({
  rate = RATE,
  clock = systemClock,
  pauseMillis = PAUSE_MILLIS,
  mostCallers = MOST_CALLERS,
}: CreateRateLimit = {}): RateLimit {
  const buckets = new Map<string, TokenBucket>();

  /** Ordered by who asked last, so that the first ones are those to forget. */
  function bucketOf(subject: string): TokenBucket {
    const bucket = buckets.get(subject) ?? createTokenBucket(rate, clock);
    buckets.delete(subject);
    for (const [oldest, theirs] of buckets) {
      if (buckets.size < mostCallers && !theirs.isFull()) break;
      buckets.delete(oldest);
    }
    buckets.set(subject, bucket);
    return bucket;
  }

  return {
    size: () => buckets.size,
    async pass(subject, signal) {
      const waitMillis = bucketOf(subject).take();
      if (waitMillis === 0) return;
      await wait(pauseMillis, undefined, { signal, ref: false }).catch(() => undefined);
      throw tooOften(rate, subject, Math.max(1, Math.ceil((waitMillis - pauseMillis) / 1_000)));
    },
  };
}

const tooOften = ({ burst, perSecond }: Rate, subject: string, retryAfterSeconds: number): Refusal =>
  new Refusal(
    429,
    'TOO_MANY_REQUESTS',
    `You ask too often: ${burst} requests in a row, and after that ${perSecond} a second. Ask for more in one request, or again in ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
    subject,
  );
