import { BEGINNING, type PlacedEvent, type Position } from '../outbox/outbox';
import { isAtOrAfter, type OutboxSource, readEvents } from '../outbox/read';
import { type Consumer, positionsOf } from '../outbox/subscription';
import type { Change } from './change';

/** What of a part's followers is told. */
export interface Followed {
  readonly consumers: readonly Consumer[];
  /** The outboxes that they follow. */
  readonly sources: readonly OutboxSource[];
  /** The kinds of events whose subjects are told; none, where it is told alone that something changed. */
  readonly kinds: readonly string[];
}

/** More than a part follows in a moment, but for a load. */
const MOST_EVENTS = 500;

/** Reads what followers have applied since it was last read. */
export interface FollowedSubjects {
  /** Notes how far they have come; what was applied before is not told. */
  begin(): Promise<void>;
  /** What they have applied since. Where it fails, the next call tells it. */
  next(): Promise<Change>;
}

/**
 * An outbox is read between two places of a follower: what it tells is final, in order, and known to whatever is answered from
 * the follower's tables. Without kinds nothing is read. While everything is built anew a follower comes again to what it had
 * applied before: nothing of that is told.
 */
export function followedSubjects({ consumers, sources, kinds }: Followed): FollowedSubjects {
  const known = new Map<string, Position>();
  const newPlaces = async () => {
    const all = kinds.length === 0 ? [] : await Promise.all(consumers.map(positionsOf));
    return all
      .flatMap((places) => [...places])
      .filter(([name, place]) => !isAtOrAfter(known.get(name) ?? BEGINNING, place));
  };
  return {
    async begin() {
      for (const [name, place] of await newPlaces()) known.set(name, place);
    },
    async next() {
      const places = new Map(await newPlaces());
      const read = await Promise.all(
        sources.flatMap((source) => {
          const upTo = places.get(source.name);
          return upTo ? [readBetween(source, known.get(source.name) ?? BEGINNING, upTo)] : [];
        }),
      );
      for (const [name, place] of places) known.set(name, place);
      return {
        subjects: read.flatMap(({ source, events }) =>
          events
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ subject, at }) => ({ source, subject, at: at.toISOString() })),
        ),
        untold: read.flatMap(({ source, events: [first], isWhole }) =>
          isWhole || !first ? [] : [{ source, since: first.at.toISOString() }],
        ),
      };
    },
  };
}

interface Read {
  readonly source: string;
  readonly events: readonly PlacedEvent[];
  readonly isWhole: boolean;
}

async function readBetween(source: OutboxSource, after: Position, upTo: Position): Promise<Read> {
  const read = await readEvents({ source, after, limit: MOST_EVENTS });
  const last = read.at(-1)?.position ?? upTo;
  return {
    source: source.name,
    events: read.filter(({ position }) => isAtOrAfter(upTo, position)),
    isWhole: read.length < MOST_EVENTS || isAtOrAfter(last, upTo),
  };
}
