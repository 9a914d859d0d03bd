import type { Clock } from '../config/clock';
import type { DeadLetter } from './dead-letters';
import { createOutboxReader, type OutboxReader } from './outbox-reader';
import { createPollDelays, type PollDelays } from './poll-delays';
import { isAtOrAfter, newestPosition, type OutboxSource } from './read';
import type { RetryLimit } from './retry-limit';
import {
  type Consumer,
  createSubscription,
  type Step,
  StuckEventError,
  type Subscription,
} from './subscription';

export interface RelayOptions {
  readonly sources: readonly OutboxSource[];
  readonly consumers: readonly Consumer[];
  readonly clock: Clock;
  /** Called with a failure that the next poll will retry. */
  readonly onFailure: (failure: { follower: string; source: string; error: unknown }) => void;
  /** Called with each dead letter; the row in `set_aside` stays. */
  readonly onDeadLetter?: (letter: DeadLetter) => void;
  readonly batchSize?: number;
  readonly pollMillis?: number;
  readonly retryLimit?: RetryLimit;
}

export interface Drain {
  /** Ends the wait, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long nothing at all may move before it is given up. */
  readonly stallMillis?: number;
}

/** Thrown when a drain is given up: something holds events back, such as a transaction that is still open. */
export class DrainStalledError extends Error {
  override readonly name = 'DrainStalledError';
}

/** Carries events from the outboxes to their followers. */
export interface Relay {
  /** Begins to poll; a wake-up only makes a poll come sooner. */
  start(): void;
  wake(): void;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  /**
   * Resolves when every follower has applied what was committed before this call, by whichever process, or has it as dead letters,
   * and what followers published because of it.
   * Throws `DrainStalledError` when nothing has moved for two minutes, and what a batch fails with for other reasons.
   */
  drain(options?: Drain): Promise<void>;
  /** Whether the followers of a schema have once come to the end of every outbox since this relay was made. */
  hasCaughtUp(schema: string): boolean;
}

const BATCH_SIZE = 1_000;
const POLL_MILLIS = 500;
/** For this part of the time between two polls, one follower's finding that nothing was published is good for all. */
const QUIET_PART = 0.5;
const DRAIN_PAUSE_MILLIS = 20;
/** Longer than a batch of a load holds others up. */
const STALL_MILLIS = 120_000;

/** Makes a relay for all subscriptions between `sources` and `consumers`; a schema never follows itself. */
export function createRelay(options: RelayOptions): Relay {
  const pollMillis = options.pollMillis ?? POLL_MILLIS;
  const readers = readersOf(options, pollMillis * QUIET_PART);
  const followers = subscriptionsByFollower(options, readers);
  const delays = createPollDelays<Subscription>({ delayMillis: pollMillis });
  let stopping = false;
  let wakeUp: () => void = () => undefined;
  let running: Promise<unknown> = Promise.resolve();

  const pause = (millis: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function poll(): Promise<void> {
    while (!stopping) {
      const moved = await Promise.all(
        followers.map((subscriptions) => round(subscriptions, { delays, onFailure: options.onFailure })),
      );
      if (!moved.includes(true) && !stopping) await pause(pollMillis);
    }
  }

  return {
    start() {
      running = poll();
    },
    wake() {
      for (const reader of readers.values()) reader.renew();
      delays.endAll();
      wakeUp();
    },
    async stop() {
      stopping = true;
      wakeUp();
      await running;
    },
    async drain({ signal, stallMillis = STALL_MILLIS } = {}) {
      const waiting = { signal: signal ?? NEVER, stallMillis, movedAt: Date.now() };
      for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        const moved = await Promise.all(
          followers.map((subscriptions) => drainSubscriptions(subscriptions, { waiting, readers })),
        );
        if (!moved.includes(true)) return;
      }
    },
    hasCaughtUp: (schema) =>
      followers
        .flat()
        .every((subscription) => subscription.consumer.schema !== schema || subscription.hasCaughtUp()),
  };
}

/**
 * What followers publish is followed too: a word reaches the streams from directory, from there the ombudsmen's part,
 * and from there the figures. Bounded, since others may publish more all the while.
 */
const MOST_PASSES = 5;

const NEVER = new AbortController().signal;

/** Reads each outbox once for all who follow it, whichever of them asks first. */
type Readers = ReadonlyMap<OutboxSource, OutboxReader>;

const readersOf = ({ sources, batchSize: limit = BATCH_SIZE }: RelayOptions, quietMillis: number): Readers =>
  new Map(sources.map((source) => [source, createOutboxReader({ source, limit, quietMillis })]));

function subscriptionsByFollower(options: RelayOptions, readers: Readers): Subscription[][] {
  const { consumers, clock, onDeadLetter = () => undefined } = options;
  const retries = options.retryLimit ? { retryLimit: options.retryLimit } : {};
  return consumers.map((consumer) =>
    [...readers]
      .filter(([{ name }]) => name !== consumer.schema && followsSource(consumer, name))
      .map(([source, reader]) =>
        createSubscription({ consumer, source, clock, reader, onDeadLetter, ...retries }),
      ),
  );
}

/** Whether a consumer's follower reads the outbox of `source`. */
export function followsSource({ follower }: Consumer, source: string): boolean {
  return follower.follows === 'all' || follower.follows.includes(source);
}

/** One batch in each subscription of a follower, one subscription after the other: they write the same tables. */
async function round(
  subscriptions: readonly Subscription[],
  { delays, onFailure }: { delays: PollDelays<Subscription>; onFailure: RelayOptions['onFailure'] },
): Promise<boolean> {
  let moved = false;
  for (const subscription of subscriptions.filter((each) => !delays.isDelayed(each))) {
    const askedAt = Date.now();
    try {
      const step = await subscription.step();
      if (hasApplied(step)) moved = true;
      if (step !== 'applied') delays.delay(subscription, askedAt);
    } catch (error) {
      delays.delay(subscription, askedAt);
      onFailure({ follower: subscription.consumer.follower.name, source: subscription.source.name, error });
    }
  }
  return moved;
}

const hasApplied = (step: Step): boolean => step === 'applied' || step === 'caughtUp';

interface Waiting {
  readonly signal: AbortSignal;
  readonly stallMillis: number;
  /** When anything last moved in any subscription that is waited for. */
  movedAt: number;
}

/** Whether anything was behind. */
async function drainSubscriptions(
  subscriptions: readonly Subscription[],
  { waiting, readers }: { waiting: Waiting; readers: Readers },
): Promise<boolean> {
  let moved = false;
  for (const subscription of subscriptions) {
    readers.get(subscription.source)?.renew();
    const goal = await newestPosition(subscription.source);
    const before = await subscription.position();
    let seen = before;
    while (!isAtOrAfter(seen, goal)) {
      waiting.signal.throwIfAborted();
      if (!hasApplied(await stepOn(subscription)))
        await new Promise((go) => setTimeout(go, DRAIN_PAUSE_MILLIS));
      const position = await subscription.position();
      if (!isAtOrAfter(seen, position)) waiting.movedAt = Date.now();
      seen = position;
      if (Date.now() - waiting.movedAt > waiting.stallMillis) throw stalled(subscription);
    }
    await sayCaughtUp(subscription, waiting);
    if (!isAtOrAfter(before, seen)) moved = true;
  }
  return moved;
}

/** So long a follower that has applied everything may still be found busy, or be told what another had asked before. */
const LAST_STEPS = 50;

/** Steps once more, and on until the follower says that it has caught up: a part is ready from then on. */
async function sayCaughtUp(subscription: Subscription, { signal }: Waiting): Promise<void> {
  for (let step = 0; step < LAST_STEPS; step += 1) {
    signal.throwIfAborted();
    await stepOn(subscription);
    if (subscription.hasCaughtUp()) return;
    await new Promise((go) => setTimeout(go, DRAIN_PAUSE_MILLIS));
  }
}

/** A step in which an event is stuck is made again, until that event is applied or a dead letter. */
async function stepOn(subscription: Subscription): Promise<Step> {
  try {
    return await subscription.step();
  } catch (error) {
    if (error instanceof StuckEventError) return 'busy';
    throw error;
  }
}

function stalled({ source, consumer: { schema, follower } }: Subscription): DrainStalledError {
  return new DrainStalledError(
    `What ${source.name} told does not reach ${schema} (${follower.name}): something holds it back, such as a transaction that is still open. It follows once that has ended.`,
  );
}
