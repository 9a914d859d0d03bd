import type { DataSource } from 'typeorm';
import type { Clock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents, type Unapplied } from './apply';
import { counted } from './count-steps';
import { type DeadLetter, keepDeadLetters, type SubscriptionKey } from './dead-letters';
import { inBatch } from './in-batch';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import type { OutboxReader } from './outbox-reader';
import { isAtOrAfter, newestPosition, type OutboxSource } from './read';
import { createRetryCounter, RETRY_LIMIT, type RetryLimit } from './retry-limit';

/** The scope in which followers write what they build. */
export const PROJECTION = { subject: 'projection', role: 'projection' };

/** A follower in its own schema, and where that schema is. */
export interface Consumer {
  readonly schema: string;
  readonly dataSource: DataSource;
  readonly follower: Follower;
}

export interface SubscriptionOptions {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  readonly clock: Clock;
  /** Reads `source`; shared by all who follow it. */
  readonly reader: OutboxReader;
  /** Called with each dead letter, once that is committed. */
  readonly onDeadLetter: (letter: DeadLetter) => void;
  readonly retryLimit?: RetryLimit;
}

/** Thrown when an event failed because of what it says, and is tried again before it becomes a dead letter. */
export class StuckEventError extends Error {
  override readonly name = 'StuckEventError';

  constructor({ event: { kind, position }, reason }: Unapplied) {
    super(`The event ${position.xid}/${position.id} (${kind}) could not be applied: ${reason}`);
  }
}

/**
 * What a step did: 'applied' a batch after which there may be more, or the last of what was there ('caughtUp'); found
 * nothing ('idle'), or that another process has the subscription in hand ('busy').
 */
export type Step = 'applied' | 'caughtUp' | 'idle' | 'busy';

/** Whether a step applied events. */
export const hasApplied = (step: Step): boolean => step === 'applied' || step === 'caughtUp';

/** The way of one follower through one outbox. */
export interface Subscription {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  /** Applies the next batch; none of fewer events than `leastEvents`, which wait for more. */
  step(waiting?: { readonly leastEvents: number }): Promise<Step>;
  /** How far the follower has come, whichever process brought it there. */
  position(): Promise<Position>;
  /** Whether a step has ever found that nothing more was published: what had been published before the start is in effect. */
  hasCaughtUp(): boolean;
}

const CAUGHT_UP_EVERY_MILLIS = 60_000;

interface Moved {
  readonly checkpoint: Position;
  /** Those that are done with. */
  readonly events: readonly PlacedEvent[];
  /** Whether an event after them has failed. */
  readonly isStuck: boolean;
  readonly isLast: boolean;
}

/**
 * Makes a subscription. The checkpoint is kept in the transaction that applies the events, so each is in effect once: a process
 * killed half-way leaves both undone. The checkpoint's row is the lock between processes.
 */
export function createSubscription(options: SubscriptionOptions): Subscription {
  const { consumer, source, clock, reader, onDeadLetter } = options;
  const { schema, dataSource, follower } = consumer;
  const key: SubscriptionKey = { schema, follower: follower.name, source: source.name };
  const retryCounter = createRetryCounter(options.retryLimit ?? RETRY_LIMIT);
  let known: Position = BEGINNING;
  let saidCaughtUpAt = Number.NEGATIVE_INFINITY;

  async function advance(): Promise<Step> {
    const advanced = await inTransaction(dataSource, PROJECTION, async (transaction) => {
      const checkpoint = await takeCheckpoint(transaction, key);
      if (!checkpoint) return null;
      const { events, isLast } = await reader.read(checkpoint);
      const applying = {
        ...{ transaction, follower, clock, source: source.name },
        givesUp: retryCounter.isExhausted,
      };
      const { done, dead, stuck } = await inBatch({ transaction, part: schema, applying }, events, () =>
        applyEvents(events, applying),
      );
      const letters = await keepDeadLetters(transaction, key, dead);
      const isStuck = stuck !== null;
      const step = await moveOn(transaction, { checkpoint, events: done, isStuck, isLast });
      return { letters, stuck, step };
    });
    if (!advanced) return 'busy';
    advanced.letters.forEach(onDeadLetter);
    if (advanced.stuck) throw new StuckEventError(advanced.stuck);
    return advanced.step;
  }

  /**
   * Keeps the checkpoint after `events`. It has caught up only when it has left nothing behind: events that wait for an older
   * transaction, still open, have been published, and cannot be read yet. So that is asked of the outbox itself, whoever read
   * the events.
   */
  async function moveOn(
    transaction: Transaction,
    { checkpoint, events, isStuck, isLast }: Moved,
  ): Promise<Step> {
    const position = events.at(-1)?.position ?? checkpoint;
    const caughtUp = !isStuck && isAtOrAfter(position, await newestPosition(source));
    await keepCheckpoint(transaction, { ...key, position, caughtUpAt: caughtUp ? clock.now() : null });
    known = position;
    retryCounter.clear(events);
    if (caughtUp) saidCaughtUpAt = Date.now();
    if (!caughtUp && !isLast) return 'applied';
    return events.length > 0 ? 'caughtUp' : 'idle';
  }

  return {
    consumer,
    source,
    async step({ leastEvents } = { leastEvents: 1 }) {
      const quiet = Date.now() - saidCaughtUpAt < CAUGHT_UP_EVERY_MILLIS;
      if ((quiet || leastEvents > 1) && !(await reader.hasMore(known, leastEvents))) return 'idle';
      return counted(consumer, advance);
    },
    position: () =>
      inTransaction(dataSource, PROJECTION, async (transaction) => {
        const rows = await transaction.query<Position>(
          `select xid::text, id::text from "${schema}".follower_place where follower = $1 and source = $2`,
          [follower.name, source.name],
        );
        known = rows[0] ?? BEGINNING;
        return known;
      }),
    hasCaughtUp: () => Number.isFinite(saidCaughtUpAt),
  };
}

/** How far a consumer's follower has come in each outbox that it has begun with, by the outbox' name. */
export async function positionsOf({
  schema,
  dataSource,
  follower,
}: Consumer): Promise<ReadonlyMap<string, Position>> {
  const rows = await inTransaction(dataSource, PROJECTION, (transaction) =>
    transaction.query<Position & { source: string }>(
      `select source, xid::text, id::text from "${schema}".follower_place where follower = $1`,
      [follower.name],
    ),
  );
  return new Map(rows.map(({ source, ...position }) => [source, position]));
}

async function takeCheckpoint(
  transaction: Transaction,
  { schema, follower, source }: SubscriptionKey,
): Promise<Position | null> {
  const take = () =>
    transaction.query<Position>(
      `select xid::text, id::text from "${schema}".follower_place
       where follower = $1 and source = $2 for update skip locked`,
      [follower, source],
    );
  const [held] = await take();
  if (held) return held;
  await transaction.query(
    `insert into "${schema}".follower_place (follower, source) values ($1, $2) on conflict do nothing`,
    [follower, source],
  );
  const [made] = await take();
  return made ?? null;
}

/** Moves a follower's checkpoint; `caughtUpAt` is kept as it was when null. */
export async function keepCheckpoint(
  transaction: Transaction,
  {
    schema,
    follower,
    source,
    position,
    caughtUpAt,
  }: SubscriptionKey & { position: Position; caughtUpAt: Date | null },
): Promise<void> {
  await transaction.query(
    `update "${schema}".follower_place set xid = $3::xid8, id = $4::bigint, caught_up_at = coalesce($5, caught_up_at)
     where follower = $1 and source = $2`,
    [follower, source, position.xid, position.id, caughtUpAt],
  );
}
