import type { DataSource } from 'typeorm';
import type { Clock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents, type Unapplied } from './apply';
import { type DeadLetter, keepDeadLetters, type SubscriptionKey } from './dead-letters';
import { createRetryCounter, RETRY_LIMIT, type RetryLimit } from './event-fault';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { isAtOrAfter, newestPosition, type OutboxSource, type ReadBatch, readEvents } from './read';

/** The scope in which followers write what they build. */
const PROJECTION = { subject: 'projection', role: 'projection' };

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
  /** Reads batches of `batchSize` from `source`; shared by all who follow it. */
  readonly read: ReadBatch;
  readonly batchSize: number;
  /** Told of each event that was set aside, once that is committed. */
  readonly onDeadLetter: (aside: DeadLetter) => void;
  readonly patience?: RetryLimit;
}

/** Thrown when an event failed by its own fault, and is tried again before it is set aside. */
export class StuckEventError extends Error {
  override readonly name = 'StuckEventError';

  constructor({ event: { kind, position }, reason }: Unapplied) {
    super(`The event ${position.xid}/${position.id} (${kind}) could not be applied: ${reason}`);
  }
}

/**
 * What a step did: 'applied' a batch after which there may be more, or the last of what was there ('caughtUp'); found
 * nothing ('idle'), or that another process has the lane in hand ('busy').
 */
export type Step = 'applied' | 'caughtUp' | 'idle' | 'busy';

/** The way of one follower through one outbox. */
export interface Subscription {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  /** Applies the next batch. */
  step(): Promise<Step>;
  /** How far the follower has come, whichever process brought it there. */
  position(): Promise<Position>;
  /** Whether a step has ever found that nothing more was told: what had been told before the start is in effect. */
  hasCaughtUp(): boolean;
}

const CAUGHT_UP_EVERY_MILLIS = 60_000;

/**
 * Makes a lane. The place is kept in the transaction that applies the events, so each is in effect once: a process
 * killed half-way leaves both undone. The place's row is the lock between processes.
 */
export function createSubscription(options: SubscriptionOptions): Subscription {
  const { consumer, source, clock, read, batchSize, onDeadLetter } = options;
  const { schema, dataSource, follower } = consumer;
  const way: SubscriptionKey = { schema, follower: follower.name, source: source.name };
  const patience = createRetryCounter(options.patience ?? RETRY_LIMIT);
  let known: Position = BEGINNING;
  let saidCaughtUpAt = Number.NEGATIVE_INFINITY;

  async function advance(): Promise<Step> {
    const advanced = await inTransaction(dataSource, PROJECTION, async (transaction) => {
      const place = await takePlace(transaction, way);
      if (!place) return null;
      const events = await read(place);
      const applying = { transaction, follower, source: source.name, clock, givesUp: patience.isOver };
      const { done, aside, stuck } = await applyEvents(events, applying);
      const told = await keepDeadLetters(transaction, way, aside);
      const isLast = stuck === null && events.length < batchSize;
      return { told, stuck, step: await moveOn(transaction, { place, events: done, isLast }) };
    });
    if (!advanced) return 'busy';
    advanced.told.forEach(onDeadLetter);
    if (advanced.stuck) throw new StuckEventError(advanced.stuck);
    return advanced.step;
  }

  /**
   * Keeps the place after `events`. Caught up is only who has left nothing behind: events that wait for an older
   * transaction, still open, have been told, and cannot be read yet.
   */
  async function moveOn(
    transaction: Transaction,
    { place, events, isLast }: { place: Position; events: readonly PlacedEvent[]; isLast: boolean },
  ): Promise<Step> {
    const position = events.at(-1)?.position ?? place;
    const caughtUp = isLast && isAtOrAfter(position, await newestPosition(source));
    await keepPlace(transaction, { ...way, position, caughtUpAt: caughtUp ? clock.now() : null });
    known = position;
    patience.forget(events);
    if (caughtUp) saidCaughtUpAt = Date.now();
    if (!isLast) return 'applied';
    return events.length > 0 ? 'caughtUp' : 'idle';
  }

  return {
    consumer,
    source,
    async step() {
      const quiet = Date.now() - saidCaughtUpAt < CAUGHT_UP_EVERY_MILLIS;
      if (quiet && (await readEvents({ source, after: known, limit: 1 })).length === 0) return 'idle';
      return advance();
    },
    position: () =>
      inTransaction(dataSource, PROJECTION, async (transaction) => {
        const rows = await transaction.query<Position>(
          `select xid::text, id::text from "${schema}".follower_place where follower = $1 and source = $2`,
          [follower.name, source.name],
        );
        return rows[0] ?? BEGINNING;
      }),
    hasCaughtUp: () => Number.isFinite(saidCaughtUpAt),
  };
}

async function takePlace(
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

/** Moves a follower's place; `caughtUpAt` is kept as it was when null. */
export async function keepPlace(
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
