import type { DataSource } from 'typeorm';
import type { Clock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { type OutboxSource, readEvents } from './read';

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
  readonly batchSize: number;
}

/** The way of one follower through one outbox. */
export interface Lane {
  readonly consumer: Consumer;
  readonly source: OutboxSource;
  /** Applies the next batch; 'busy' when another process has this lane in hand, 'idle' when nothing is left. */
  step(): Promise<'applied' | 'busy' | 'idle'>;
  /** How far the follower has come, whichever process brought it there. */
  position(): Promise<Position>;
}

const CAUGHT_UP_EVERY_MILLIS = 60_000;

/**
 * Makes a lane. The place is kept in the transaction that applies the events, so each is in effect once: a process
 * killed half-way leaves both undone. The place's row is the lock between processes.
 */
export function createLane({ consumer, source, clock, batchSize }: LaneOptions): Lane {
  const { schema, dataSource, follower } = consumer;
  let known: Position = BEGINNING;
  let saidCaughtUpAt = 0;

  async function advance(): Promise<'applied' | 'busy' | 'idle'> {
    return inTransaction(dataSource, PROJECTION, async (transaction) => {
      const place = await takePlace(transaction, { schema, follower: follower.name, source: source.name });
      if (!place) return 'busy';
      const events = await readEvents({ source, after: place, limit: batchSize });
      await applyEvents({ transaction, follower, events, clock });
      const caughtUp = events.length < batchSize;
      await keepPlace(transaction, {
        schema,
        follower: follower.name,
        source: source.name,
        position: events.at(-1)?.position ?? place,
        caughtUpAt: caughtUp ? clock.now() : null,
      });
      known = events.at(-1)?.position ?? place;
      if (caughtUp) saidCaughtUpAt = Date.now();
      return events.length > 0 ? 'applied' : 'idle';
    });
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
