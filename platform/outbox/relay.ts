import type { Clock } from '../config/clock';
import type { DeadLetter } from './dead-letters';
import type { RetryLimit } from './event-fault';
import { createPollDelays, type PollDelays } from './poll-delays';
import { batchReader, isAtOrAfter, newestPosition, type OutboxSource } from './read';
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
  /** Told of a failure that the next poll will try again. */
  readonly onFailure: (failure: { follower: string; source: string; error: unknown }) => void;
  /** Told of each event that was set aside; the row in `set_aside` stays. */
  readonly onDeadLetter?: (aside: DeadLetter) => void;
  readonly batchSize?: number;
  readonly pollMillis?: number;
  readonly patience?: RetryLimit;
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
   * Resolves when every follower has applied, or set aside, what was committed before this call, by whichever process,
   * and what followers told by it in their turn.
   * Throws `DrainStalledError` when nothing has moved for two minutes, and what a batch fails with for other reasons.
   */
  drain(options?: Drain): Promise<void>;
  /** Whether the followers of a schema have once come to the end of every outbox since this courier was made. */
  hasCaughtUp(schema: string): boolean;
}

const BATCH_SIZE = 1_000;
const POLL_MILLIS = 500;
const DRAIN_PAUSE_MILLIS = 20;
/** Longer than a batch of a load holds others up. */
const STALL_MILLIS = 120_000;

/** Makes a courier for all lanes between `sources` and `consumers`; a schema never follows itself. */
export function createRelay(options: RelayOptions): Relay {
  const followers = lanesByFollower(options);
  const pollMillis = options.pollMillis ?? POLL_MILLIS;
  const rests = createPollDelays<Subscription>({ restMillis: pollMillis });
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
        followers.map((lanes) => round(lanes, { rests, onFailure: options.onFailure })),
      );
      if (!moved.includes(true) && !stopping) await pause(pollMillis);
    }
  }

  return {
    start() {
      running = poll();
    },
    wake() {
      rests.endAll();
      wakeUp();
    },
    async stop() {
      stopping = true;
      wakeUp();
      await running;
    },
    async drain({ signal, stallMillis = STALL_MILLIS } = {}) {
      const patience = { signal: signal ?? NEVER, stallMillis, movedAt: Date.now() };
      for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        const moved = await Promise.all(followers.map((lanes) => drainLanes(lanes, patience)));
        if (!moved.includes(true)) return;
      }
    },
    hasCaughtUp: (schema) =>
      followers.flat().every((lane) => lane.consumer.schema !== schema || lane.hasCaughtUp()),
  };
}

/**
 * What followers tell is followed in its turn: a word reaches the streams from directory, from there the ombudsmen's part,
 * and from there the figures. Bounded, since others may tell something new all the while.
 */
const MOST_PASSES = 5;

const NEVER = new AbortController().signal;

function lanesByFollower(options: RelayOptions): Subscription[][] {
  const { sources, consumers, clock, batchSize = BATCH_SIZE, onDeadLetter = () => undefined } = options;
  const patience = options.patience ? { patience: options.patience } : {};
  const readable = sources.map((source) => ({
    source,
    read: batchReader({ source, limit: batchSize }),
  }));
  return consumers.map((consumer) =>
    readable
      .filter(({ source: { name } }) => name !== consumer.schema && followsSource(consumer, name))
      .map(({ source, read }) =>
        createSubscription({ consumer, source, clock, read, batchSize, onDeadLetter, ...patience }),
      ),
  );
}

/** Whether a consumer's follower reads the outbox of `source`. */
export function followsSource({ follower }: Consumer, source: string): boolean {
  return follower.follows === 'all' || follower.follows.includes(source);
}

/** One batch in each lane of a follower, one lane after the other: they write the same tables. */
async function round(
  lanes: readonly Subscription[],
  { rests, onFailure }: { rests: PollDelays<Subscription>; onFailure: RelayOptions['onFailure'] },
): Promise<boolean> {
  let moved = false;
  for (const lane of lanes.filter((each) => !rests.isDelayed(each))) {
    const askedAt = Date.now();
    try {
      const step = await lane.step();
      if (hasApplied(step)) moved = true;
      if (step !== 'applied') rests.delay(lane, askedAt);
    } catch (error) {
      rests.delay(lane, askedAt);
      onFailure({ follower: lane.consumer.follower.name, source: lane.source.name, error });
    }
  }
  return moved;
}

const hasApplied = (step: Step): boolean => step === 'applied' || step === 'caughtUp';

interface Waiting {
  readonly signal: AbortSignal;
  readonly stallMillis: number;
  /** When anything last moved in any lane that is waited for. */
  movedAt: number;
}

/** Whether anything was behind. */
async function drainLanes(lanes: readonly Subscription[], waiting: Waiting): Promise<boolean> {
  let moved = false;
  for (const lane of lanes) {
    const goal = await newestPosition(lane.source);
    const before = await lane.position();
    let seen = before;
    while (!isAtOrAfter(seen, goal)) {
      waiting.signal.throwIfAborted();
      if (!hasApplied(await stepOn(lane))) await new Promise((go) => setTimeout(go, DRAIN_PAUSE_MILLIS));
      const position = await lane.position();
      if (!isAtOrAfter(seen, position)) waiting.movedAt = Date.now();
      seen = position;
      if (Date.now() - waiting.movedAt > waiting.stallMillis) throw stalled(lane);
    }
    await stepOn(lane);
    if (!isAtOrAfter(before, seen)) moved = true;
  }
  return moved;
}

/** A step in which an event is stuck is made again, until that event is applied or set aside. */
async function stepOn(lane: Subscription): Promise<Step> {
  try {
    return await lane.step();
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
