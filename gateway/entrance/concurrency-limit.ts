import { Refusal } from './refusal';

export interface ConcurrencyLimits {
  /** Requests of one subject that are answered at the same time. */
  readonly concurrent: number;
  /** Further ones that may wait for a slot. */
  readonly waiting: number;
  readonly waitMillis: number;
}

/**
 * A part has eight connections, and a request holds one while it is asked: three leave most of them to the others,
 * whatever one caller does. A page of figures asks some ten questions together, a BI tool that refreshes its reports a
 * hundred under one sign-in; they wait here, at the price of an open request each.
 */
const LIMITS: ConcurrencyLimits = { concurrent: 3, waiting: 200, waitMillis: 20_000 };

const RETRY_AFTER_SECONDS = 2;

/** Limits how many requests of each subject run concurrently, however many connections they open. */
export interface ConcurrencyLimit {
  /**
   * Resolves when a slot is free, with what releases the slot; or immediately when `signal` aborts, since nobody
   * waits any more. Throws a `Refusal` (429) when too many wait already, or no slot is free in time.
   */
  take(subject: string, signal: AbortSignal): Promise<() => void>;
}

interface Queue {
  running: number;
  readonly waiting: Set<() => void>;
}

/** Keeps nothing of a subject of whom no request is there. */
export function createConcurrencyLimit(limits: ConcurrencyLimits = LIMITS): ConcurrencyLimit {
  const queues = new Map<string, Queue>();

  function begin(subject: string, queue: Queue): () => void {
    queue.running += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      queue.running -= 1;
      const [next] = queue.waiting;
      next?.();
      if (queue.running === 0) queues.delete(subject);
    };
  }

  return {
    async take(subject, signal) {
      const queue = queues.get(subject) ?? { running: 0, waiting: new Set() };
      queues.set(subject, queue);
      if (queue.running < limits.concurrent) return begin(subject, queue);
      if (queue.waiting.size >= limits.waiting) throw tooMany(limits, subject);
      return waitForSlot({
        ...{ queue, signal, waitMillis: limits.waitMillis },
        begin: () => begin(subject, queue),
        refusal: () => tooMany(limits, subject),
      });
    },
  };
}

interface Waiting {
  readonly queue: Queue;
  readonly waitMillis: number;
  readonly signal: AbortSignal;
  begin(): () => void;
  refusal(): Refusal;
}

function waitForSlot({ queue, waitMillis, signal, begin, refusal }: Waiting): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const leave = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', gone);
      queue.waiting.delete(called);
      settle();
    };
    const called = () => leave(() => resolve(begin()));
    const gone = () => leave(() => resolve(() => undefined));
    const timer = setTimeout(() => leave(() => reject(refusal())), waitMillis);
    queue.waiting.add(called);
    if (signal.aborted) gone();
    else signal.addEventListener('abort', gone, { once: true });
  });
}

const tooMany = ({ concurrent, waiting }: ConcurrencyLimits, subject: string): Refusal =>
  new Refusal(
    429,
    'TOO_MANY_REQUESTS',
    `You ask too much at once: ${concurrent} requests are answered together, and ${waiting} more may wait for a short while. Ask fewer at a time, or again in ${RETRY_AFTER_SECONDS} seconds.`,
    RETRY_AFTER_SECONDS,
    subject,
  );
