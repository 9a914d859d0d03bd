import { Refusal } from '../entrance/refusal';

export interface LiveLimits {
  /** Subscriptions of one caller that are open at the same time. */
  readonly ofOneCaller: number;
  /** Subscriptions of all callers. */
  readonly inAll: number;
}

/**
 * A dashboard has one, and somebody may have several open. Each costs its connection and some kilobytes; what they ask is asked two
 * at a time, however many there are.
 */
const LIMITS: LiveLimits = { ofOneCaller: 20, inAll: 1_000 };

const RETRY_AFTER_SECONDS = 10;

/** The subscriptions that are open. */
export interface LivePlaces {
  /** Takes a place for a subject, and gives what frees it. Throws a `Refusal` (429) where there is none. */
  take(subject: string): () => void;
  size(): number;
}

/** Keeps nothing of a subject who has none open. */
export function createLivePlaces({ ofOneCaller, inAll }: LiveLimits = LIMITS): LivePlaces {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    size: () => all,
    take(subject) {
      const own = taken.get(subject) ?? 0;
      if (own >= ofOneCaller)
        throw full(
          `You have ${ofOneCaller} subscriptions open, the most that one caller may have. End one`,
          subject,
        );
      if (all >= inAll)
        throw full('As many subscriptions are open as there may be. Subscribe again later', subject);
      all += 1;
      taken.set(subject, own + 1);
      let isFreed = false;
      return () => {
        if (isFreed) return;
        isFreed = true;
        all -= 1;
        const left = (taken.get(subject) ?? 1) - 1;
        if (left === 0) taken.delete(subject);
        else taken.set(subject, left);
      };
    },
  };
}

const full = (sentence: string, subject: string): Refusal =>
  new Refusal(
    429,
    'TOO_MANY_REQUESTS',
    `${sentence}, or ask in the usual way.`,
    RETRY_AFTER_SECONDS,
    subject,
  );
