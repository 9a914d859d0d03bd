import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../../platform/config/clock';
import { createTokenBucket, type Rate, type TokenBucket } from '../../platform/limits/token-bucket';
import type { LeaseRequests } from '../keys/lease-requests';
import { Refusal } from './refusal';
import { shareAllowance } from './shared-allowance';

/**
 * A page of figures asks some ten questions, a BI tool that refreshes its reports a hundred under one sign-in, a load test
 * some hundreds a second. What one caller may ask without end leaves most of a processor to the others.
 */
export const RATE: Rate = { burst: 1_000, perSecond: 100 };

/** Files are dear: each is read, checked and loaded. A night's extracts are a dozen. */
export const FILE_RATE: Rate = { burst: 1_000, perSecond: 10 };

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
  /** What is counted; each has an allowance of its own. */
  readonly budget?: string;
  readonly rate?: Rate;
  readonly clock?: Clock;
  readonly pauseMillis?: number;
  readonly mostCallers?: number;
  /** Leases from what all gateways share; without it each gateway has a limit of its own. */
  readonly lease?: LeaseRequests | null;
}

/** Remembers of each subject what they have left here, until that is everything again; and uses up what all gateways share. */
export function createRateLimit({
  budget = 'requests',
  rate = RATE,
  clock = systemClock,
  pauseMillis = PAUSE_MILLIS,
  mostCallers = MOST_CALLERS,
  lease = null,
}: CreateRateLimit = {}): RateLimit {
  const buckets = new Map<string, TokenBucket>();
  const shared = lease && shareAllowance({ budget, rate, lease, clock });

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
      const waitMillis = bucketOf(subject).take() || ((await shared?.take(subject)) ?? 0);
      if (waitMillis === 0) return;
      await wait(pauseMillis, undefined, { signal, ref: false }).catch(() => undefined);
      throw tooOften({ budget, rate, subject }, Math.max(1, Math.ceil((waitMillis - pauseMillis) / 1_000)));
    },
  };
}

const tooOften = (
  { budget, rate: { burst, perSecond }, subject }: { budget: string; rate: Rate; subject: string },
  retryAfterSeconds: number,
): Refusal =>
  new Refusal(
    429,
    'TOO_MANY_REQUESTS',
    `You ask too often: ${burst} ${budget} in a row, and after that ${perSecond} a second. Ask for more in one request, or again in ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
    subject,
  );
