import type { PlacedEvent, Position } from './outbox';
import { newestPosition, type OutboxSource, readEvents } from './read';

/** Events that follow a position, in order. */
export interface EventBatch {
  readonly events: readonly PlacedEvent[];
  /** Whether nothing else could be read just now: an answer that was shared says nothing of that. */
  readonly isLast: boolean;
}

/** One outbox, as all who follow it in this process read it. */
export interface OutboxReader {
  /** Events after a position, at most as many as a batch has; fewer, and never none, where some of them are known. */
  read(after: Position): Promise<EventBatch>;
  /**
   * Whether anything follows a position, or so many events: what was found a moment ago may be the answer, and several are
   * told by their numbers alone, so that there may be a few less.
   */
  hasMore(after: Position, least?: number): Promise<boolean>;
  /** From now on no answer is shared that was asked for before: something was published. */
  renew(): void;
}

interface Kept {
  readonly from: Position;
  readonly events: readonly PlacedEvent[];
}

/** So many batches of events are kept for followers that are a little behind. */
const KEPT_BATCHES = 2;

/**
 * Reads an outbox once for all who follow it. What lies between the first and the last event of a batch is final, so it
 * is handed on from memory, from whichever of its events a follower goes on; only what comes after it has to be read
 * again. Those who ask from one position at the same time share one question, and for `quietMillis` its answer that
 * there is nothing.
 */
export function createOutboxReader({
  source,
  limit,
  quietMillis = 0,
  nowMillis = Date.now,
}: {
  source: OutboxSource;
  limit: number;
  quietMillis?: number;
  nowMillis?: () => number;
}): OutboxReader {
  let kept: readonly Kept[] = [];
  let asked = new Map<string, Promise<readonly PlacedEvent[]>>();
  let quiet = { key: '', endsAt: Number.NEGATIVE_INFINITY };

  async function readNow(after: Position): Promise<readonly PlacedEvent[]> {
    const askedAt = nowMillis();
    const sharing = asked;
    const question = readEvents({ source, after, limit });
    sharing.set(keyOf(after), question);
    try {
      const events = await question;
      if (events.length > 0) kept = newestOf([...kept, { from: after, events }], KEPT_BATCHES * limit);
      else if (sharing === asked) quiet = { key: keyOf(after), endsAt: askedAt + quietMillis };
      return events;
    } finally {
      sharing.delete(keyOf(after));
    }
  }

  async function read(after: Position): Promise<EventBatch> {
    const held = heldAfter(kept, after);
    if (held.length > 0) return { events: held, isLast: false };
    const question = asked.get(keyOf(after));
    if (question) return { events: await question, isLast: false };
    const events = await readNow(after);
    return { events, isLast: events.length < limit };
  }

  return {
    read,
    async hasMore(after, least = 1) {
      if (quiet.key === keyOf(after) && nowMillis() < quiet.endsAt) return false;
      if (least === 1) return (await read(after)).events.length > 0;
      return BigInt((await newestPosition(source)).id) - BigInt(after.id) >= BigInt(least);
    },
    renew() {
      asked = new Map();
      quiet = { key: '', endsAt: Number.NEGATIVE_INFINITY };
    },
  };
}

const keyOf = ({ xid, id }: Position): string => `${xid}/${id}`;

/** The newest of what is kept, as far as it is no more than so many events; the last of it in any case. */
function newestOf(kept: readonly Kept[], most: number): readonly Kept[] {
  let left = most;
  const from = kept.findLastIndex(({ events }, place) => {
    left -= events.length;
    return left < 0 && place < kept.length - 1;
  });
  return kept.slice(from + 1);
}

function heldAfter(kept: readonly Kept[], after: Position): readonly PlacedEvent[] {
  const key = keyOf(after);
  for (const { from, events } of kept) {
    if (keyOf(from) === key) return events;
    const place = events.findIndex(({ position }) => position.id === after.id && position.xid === after.xid);
    if (place >= 0 && place < events.length - 1) return events.slice(place + 1);
  }
  return [];
}
