import type { Clock } from '../config/clock';
import type { DeadLetter } from './dead-letters';
import { type Drain, drain } from './drain';
import { createOutboxReader, type OutboxReader } from './outbox-reader';
import { createPollDelays, type PollDelays } from './poll-delays';
import { hasHeldBack, type OutboxSource } from './read';
import type { RetryLimit } from './retry-limit';
import { type Consumer, createSubscription, hasApplied, type Subscription } from './subscription';

export interface RelayOptions {
  readonly sources: readonly OutboxSource[];
  readonly consumers: readonly Consumer[];
  readonly clock: Clock;
  /** Called with a failure that the next poll will retry. */
  readonly onFailure: (failure: { follower: string; source: string; error: unknown }) => void;
  /** Called with each dead letter; the row in `set_aside` stays. */
  readonly onDeadLetter?: (letter: DeadLetter) => void;
  readonly batchSize?: number;
  /**
   * While it polls, fewer events than these wait for more, or for a drain. A load's followers do: a rollup's cell costs as
   * much for one stage of a batch as for all that meet in it.
   */
  readonly leastEvents?: number;
  readonly pollMillis?: number;
  readonly retryLimit?: RetryLimit;
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
/** How soon what an older transaction held back is looked for again, at first: most of them end within milliseconds. */
const HELD_BACK_MILLIS = 10;
/** For this part of the time between two polls, one follower's finding that nothing was published is good for all. */
const QUIET_PART = 0.5;

/** Makes a relay for all subscriptions between `sources` and `consumers`; a schema never follows itself. */
export function createRelay(options: RelayOptions): Relay {
  const pollMillis = options.pollMillis ?? POLL_MILLIS;
  const readers = readersOf(options, pollMillis * QUIET_PART);
  const followers = subscriptionsByFollower(options, readers);
  const delays = createPollDelays<Subscription>({ delayMillis: pollMillis });
  let stopping = false;
  let wakes = 0;
  let heldMillis = HELD_BACK_MILLIS;
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

  function lookAnew(): void {
    for (const reader of readers.values()) reader.renew();
    delays.endAll();
  }

  function nextHeldMillis(): number {
    const millis = Math.min(heldMillis, pollMillis);
    heldMillis = 2 * millis;
    return millis;
  }

  /** Asked before a round: what is published after it wakes us, and what may be read by then the round finds. */
  const isHeldBack = () => hasHeldBack(options.sources).catch(() => false);

  async function poll(): Promise<void> {
    while (!stopping) {
      const wakesBefore = wakes;
      const held = await isHeldBack();
      const moved = await Promise.all(
        followers.map((subscriptions) => round(subscriptions, { delays, ...options })),
      );
      const isQuiet = !moved.includes(true) && wakes === wakesBefore;
      if (isQuiet && !stopping) await pause(held ? nextHeldMillis() : pollMillis);
      if (held) lookAnew();
    }
  }

  return {
    start() {
      running = poll();
    },
    wake() {
      wakes += 1;
      heldMillis = HELD_BACK_MILLIS;
      lookAnew();
      wakeUp();
    },
    async stop() {
      stopping = true;
      wakeUp();
      await running;
    },
    drain: (asked = {}) => drain({ followers, readers }, asked),
    hasCaughtUp: (schema) =>
      followers
        .flat()
        .every((subscription) => subscription.consumer.schema !== schema || subscription.hasCaughtUp()),
  };
}

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
  {
    delays,
    onFailure,
    leastEvents = 1,
  }: { delays: PollDelays<Subscription> } & Pick<RelayOptions, 'onFailure' | 'leastEvents'>,
): Promise<boolean> {
  let moved = false;
  for (const subscription of subscriptions.filter((each) => !delays.isDelayed(each))) {
    const askedAt = Date.now();
    try {
      const step = await subscription.step({ leastEvents });
      if (hasApplied(step)) moved = true;
      if (step !== 'applied') delays.delay(subscription, askedAt);
    } catch (error) {
      delays.delay(subscription, askedAt);
      onFailure({ follower: subscription.consumer.follower.name, source: subscription.source.name, error });
    }
  }
  return moved;
}
