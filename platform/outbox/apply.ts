import type { Clock } from '../config/clock';
import type { Follower } from '../server/subgraph';
import type { Transaction } from '../transaction/transaction';
import { eventFault } from './event-fault';
import type { PlacedEvent } from './outbox';

export interface Applying {
  readonly transaction: Transaction;
  readonly follower: Follower;
  /** Whose outbox the events come from. */
  readonly source: string;
  readonly clock: Clock;
  /** Whether an event that has just failed by its own fault is to become a dead letter now. */
  givesUp(event: PlacedEvent): boolean;
}

/** An event that was not applied. */
export interface Unapplied {
  readonly event: PlacedEvent;
  /** A word that holds nothing of the event: an error's kind or SQLSTATE. */
  readonly reason: string;
}

export interface Applied {
  /** Those that are in effect or have become dead letters; what follows a stuck one is neither. */
  readonly done: readonly PlacedEvent[];
  readonly dead: readonly Unapplied[];
  /** The event that failed and is to be tried again. */
  readonly stuck: Unapplied | null;
}

/** Published by a part that may not publish it. */
const NOT_ITS_TO_TELL = 'NOT_ITS_TO_TELL';

/**
 * Hands a follower those of `events` that are of its kinds, in order. Where a batch fails by the fault of an event, that
 * event is found by halving, and those before it are applied; those after it are only tried, so that many faulty ones
 * are found at once. Throws every error that is not an event's own fault.
 */
export async function applyEvents(events: readonly PlacedEvent[], applying: Applying): Promise<Applied> {
  const { follower, source } = applying;
  const wanted = events.filter(({ kind }) => follower.kinds.includes(kind));
  const refused = wanted.filter((event) => follower.mayPublish?.(source, event) === false);
  const progress: Progress = { failed: [], stuck: null };
  await applyPart(
    wanted.filter((event) => !refused.includes(event)),
    { applying, progress },
  );
  const { failed, stuck } = progress;
  if (stuck) await undo(applying.transaction, 'tried');
  const done = stuck ? events.slice(0, events.indexOf(stuck.event)) : events;
  const notPublished = refused.map((event) => ({ event, reason: NOT_ITS_TO_TELL }));
  return { done, stuck, dead: [...notPublished, ...failed].filter(({ event }) => done.includes(event)) };
}

interface Progress {
  readonly failed: Unapplied[];
  stuck: Unapplied | null;
}

async function applyPart(
  events: readonly PlacedEvent[],
  { applying, progress }: { applying: Applying; progress: Progress },
): Promise<void> {
  if (events.length === 0) return;
  const reason = await faultOf(events, applying);
  if (reason === null) return;
  const [event] = events;
  if (event && events.length === 1) {
    if (applying.givesUp(event)) progress.failed.push({ event, reason });
    else if (!progress.stuck) {
      progress.stuck = { event, reason };
      await applying.transaction.query('savepoint tried');
    }
    return;
  }
  const middle = Math.ceil(events.length / 2);
  await applyPart(events.slice(0, middle), { applying, progress });
  await applyPart(events.slice(middle), { applying, progress });
}

/** Applies all of them or none; says why not, where that is the fault of one of them. */
async function faultOf(
  events: readonly PlacedEvent[],
  { transaction, follower, clock }: Applying,
): Promise<string | null> {
  await transaction.query('savepoint batch');
  try {
    await follower.apply(transaction, events, clock);
  } catch (error) {
    const reason = eventFault(error);
    if (reason === null) throw error;
    await undo(transaction, 'batch');
    return reason;
  }
  await transaction.query('release savepoint batch');
  return null;
}

/** On a connection that is lost this fails too, and nothing becomes a dead letter. */
async function undo(transaction: Transaction, savepoint: string): Promise<void> {
  await transaction.query(`rollback to savepoint ${savepoint}`);
  await transaction.query(`release savepoint ${savepoint}`);
}
