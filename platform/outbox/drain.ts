import { setTimeout as delay } from 'node:timers/promises';
import { BEGINNING, type Position } from './outbox';
import type { OutboxReader } from './outbox-reader';
import { isAtOrAfter, newestPositions, type OutboxSource } from './read';
import { hasApplied, positionsOf, type Step, StuckEventError, type Subscription } from './subscription';

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

/**
 * What followers publish is followed too: a word reaches the streams from directory, from there the ombudsmen's part,
 * and from there the figures. Bounded, since others may publish more all the while.
 */
const MOST_PASSES = 5;
const PAUSE_MILLIS = 20;
/** Longer than a batch of a load holds others up. */
const STALL_MILLIS = 120_000;
/** So long a follower that has applied everything may still be found busy. */
const LAST_STEPS = 50;
const NEVER = new AbortController().signal;

/** The subscriptions of each follower, and what reads the outboxes for them. */
export interface Drained {
  readonly followers: readonly (readonly Subscription[])[];
  readonly readers: ReadonlyMap<OutboxSource, OutboxReader>;
}

/** As `Relay.drain` promises. */
export async function drain(
  { followers, readers }: Drained,
  { signal = NEVER, stallMillis = STALL_MILLIS }: Drain,
): Promise<void> {
  const waiting = { signal, stallMillis, movedAt: Date.now() };
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    for (const reader of readers.values()) reader.renew();
    const goals = await newestPositions([...readers.keys()]);
    const moved = await Promise.all(
      followers.map((subscriptions) => drainFollower(subscriptions, { waiting, goals })),
    );
    if (!moved.includes(true)) return;
  }
}

/** How far each outbox had come when the drain looked. */
type Goals = ReadonlyMap<OutboxSource, Position>;

interface Waiting {
  readonly signal: AbortSignal;
  readonly stallMillis: number;
  /** When anything last moved in any subscription that is waited for. */
  movedAt: number;
}

/**
 * Whether anything was behind. What there is to do is asked by one question to all outboxes and one to each follower: a load
 * concerns few of the ways between them.
 */
async function drainFollower(
  subscriptions: readonly Subscription[],
  { waiting, goals }: { waiting: Waiting; goals: Goals },
): Promise<boolean> {
  const [first] = subscriptions;
  if (!first) return false;
  const positions = await positionsOf(first.consumer);
  let moved = false;
  for (const subscription of subscriptions) {
    const goal = goals.get(subscription.source) ?? BEGINNING;
    const isBehind = !isAtOrAfter(positions.get(subscription.source.name) ?? BEGINNING, goal);
    if (isBehind) await drainTo(goal, subscription, waiting);
    if (isBehind || !subscription.hasCaughtUp()) await sayCaughtUp(subscription, waiting);
    moved ||= isBehind;
  }
  return moved;
}

async function drainTo(goal: Position, subscription: Subscription, waiting: Waiting): Promise<void> {
  let seen = await subscription.position();
  while (!isAtOrAfter(seen, goal)) {
    waiting.signal.throwIfAborted();
    if (!hasApplied(await stepOn(subscription))) await delay(PAUSE_MILLIS);
    const position = await subscription.position();
    if (!isAtOrAfter(seen, position)) waiting.movedAt = Date.now();
    seen = position;
    if (Date.now() - waiting.movedAt > waiting.stallMillis) throw stalled(subscription);
  }
}

/** Steps once more, and on until the follower says that it has caught up: a part is ready from then on. */
async function sayCaughtUp(subscription: Subscription, { signal }: Waiting): Promise<void> {
  for (let step = 0; step < LAST_STEPS; step += 1) {
    signal.throwIfAborted();
    await stepOn(subscription);
    if (subscription.hasCaughtUp()) return;
    await delay(PAUSE_MILLIS);
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
