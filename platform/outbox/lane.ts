import type { DataSource } from 'typeorm';
import type { Clock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { type OutboxSource, type ReadBatch, readEvents } from './read';

/** The scope in which followers write what they build. */
const PROJECTION = { subject: 'projection', role: 'projection' };

/** A follower in its own schema, and where that schema is. */
export interface Consumer {
  readonly schema: string;
  readonly dataSource: DataSource;
  readonly follower: Follower;
}

export interface LaneOptions {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  readonly clock: Clock;
  /** Reads batches of `batchSize` from `source`; shared by all who follow it. */
  readonly read: ReadBatch;
  readonly batchSize: number;
}

/**
 * What a step did: 'applied' a batch after which there may be more, or the last of what was there ('caughtUp'); found
 * nothing ('idle'), or that another process has the lane in hand ('busy').
 */
export type Step = 'applied' | 'caughtUp' | 'idle' | 'busy';

/** The way of one follower through one outbox. */
export interface Lane {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  /** Applies the next batch. */
  step(): Promise<Step>;
  /** How far the follower has come, whichever process brought it there. */
  position(): Promise<Position>;
}

const CAUGHT_UP_EVERY_MILLIS = 60_000;

/**
 * Makes a lane. The place is kept in the transaction that applies the events, so each is in effect once: a process
 * killed half-way leaves both undone. The place's row is the lock between processes.
 */
export function createLane({ consumer, source, clock, read, batchSize }: LaneOptions): Lane {
  const { schema, dataSource, follower } = consumer;
  let known: Position = BEGINNING;
  let saidCaughtUpAt = 0;

  async function advance(): Promise<Step> {
    return inTransaction(dataSource, PROJECTION, async (transaction) => {
      const place = await takePlace(transaction, { schema, follower: follower.name, source: source.name });
      if (!place) return 'busy';
      const events = await read(place);
      await applyEvents({ transaction, follower, events, clock });
      return moveOn(transaction, { place, events });
    });
  }

  /** Keeps the place after `events`, which have been applied. */
  async function moveOn(
    transaction: Transaction,
    { place, events }: { place: Position; events: readonly PlacedEvent[] },
  ): Promise<Step> {
    const caughtUp = events.length < batchSize;
    const position = events.at(-1)?.position ?? place;
    const kept = { schema, follower: follower.name, source: source.name, position };
    await keepPlace(transaction, { ...kept, caughtUpAt: caughtUp ? clock.now() : null });
    known = position;
    if (!caughtUp) return 'applied';
    saidCaughtUpAt = Date.now();
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
  };
}

/** Hands a follower those of `events` that are of its kinds, in order. */
export async function applyEvents({
  transaction,
  follower,
  events,
  clock,
}: {
  transaction: Transaction;
  follower: Follower;
  events: readonly PlacedEvent[];
  clock: Clock;
}): Promise<void> {
  const wanted = events.filter((event) => follower.kinds.includes(event.kind));
  if (wanted.length > 0) await follower.apply(transaction, wanted, clock);
}

interface Place {
  readonly schema: string;
  readonly follower: string;
  readonly source: string;
}

async function takePlace(
  transaction: Transaction,
  { schema, follower, source }: Place,
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
  { schema, follower, source, position, caughtUpAt }: Place & { position: Position; caughtUpAt: Date | null },
): Promise<void> {
  await transaction.query(
    `update "${schema}".follower_place set xid = $3::xid8, id = $4::bigint, caught_up_at = coalesce($5, caught_up_at)
     where follower = $1 and source = $2`,
    [follower, source, position.xid, position.id, caughtUpAt],
  );
}
