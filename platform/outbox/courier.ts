import type { Clock } from '../config/clock';
import { type Consumer, createLane, type Lane, type Step } from './lane';
import { batchReader, isAtOrAfter, newestPosition, type OutboxSource } from './read';
import { createRests, type Rests } from './rests';

export interface CourierOptions {
  readonly sources: readonly OutboxSource[];
  readonly consumers: readonly Consumer[];
  readonly clock: Clock;
  /** Told of a failure that the next poll will try again. */
  readonly onFailure: (failure: { follower: string; source: string; error: unknown }) => void;
  readonly batchSize?: number;
  readonly pollMillis?: number;
}

/** Carries events from the outboxes to their followers. */
export interface Courier {
  /** Begins to poll; a wake-up only makes a poll come sooner. */
  start(): void;
  wake(): void;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  /** Resolves when every follower has applied what was committed before this call, by whichever process. */
  drain(): Promise<void>;
}

const BATCH_SIZE = 1_000;
const POLL_MILLIS = 500;
const DRAIN_PAUSE_MILLIS = 20;

/** Makes a courier for all lanes between `sources` and `consumers`; a schema never follows itself. */
export function createCourier(options: CourierOptions): Courier {
  const followers = lanesByFollower(options);
  const pollMillis = options.pollMillis ?? POLL_MILLIS;
  const rests = createRests<Lane>({ restMillis: pollMillis });
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
      rests.wakeAll();
      wakeUp();
    },
    async stop() {
      stopping = true;
      wakeUp();
      await running;
    },
    async drain() {
      await Promise.all(followers.map((lanes) => drainLanes(lanes)));
    },
  };
}

function lanesByFollower({ sources, consumers, clock, batchSize = BATCH_SIZE }: CourierOptions): Lane[][] {
  const readable = sources.map((source) => ({
    source,
    read: batchReader({ source, limit: batchSize }),
  }));
  return consumers.map((consumer) =>
    readable
      .filter(({ source: { name } }) => name !== consumer.schema && followsSource(consumer, name))
      .map(({ source, read }) => createLane({ consumer, source, clock, read, batchSize })),
  );
}

/** Whether a consumer's follower reads the outbox of `source`. */
export function followsSource({ follower }: Consumer, source: string): boolean {
  return follower.follows === 'all' || follower.follows.includes(source);
}

/** One batch in each lane of a follower, one lane after the other: they write the same tables. */
async function round(
  lanes: readonly Lane[],
  { rests, onFailure }: { rests: Rests<Lane>; onFailure: CourierOptions['onFailure'] },
): Promise<boolean> {
  let moved = false;
  for (const lane of lanes.filter((each) => !rests.isResting(each))) {
    const askedAt = Date.now();
    try {
      const step = await lane.step();
      if (hasApplied(step)) moved = true;
      if (step !== 'applied') rests.rest(lane, askedAt);
    } catch (error) {
      rests.rest(lane, askedAt);
      onFailure({ follower: lane.consumer.follower.name, source: lane.source.name, error });
    }
  }
  return moved;
}

const hasApplied = (step: Step): boolean => step === 'applied' || step === 'caughtUp';

async function drainLanes(lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) {
    const goal = await newestPosition(lane.source);
    while (!isAtOrAfter(await lane.position(), goal)) {
      if (!hasApplied(await lane.step()))
        await new Promise((resolve) => setTimeout(resolve, DRAIN_PAUSE_MILLIS));
    }
    await lane.step();
  }
}
