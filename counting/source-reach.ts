import type { Day } from '../domain/calendar/day';
import { createFollower, type EventContract, on } from '../platform/outbox/event-contract';
import type { Follower } from '../platform/server/subgraph';
import { bigint, day, instant, key, nullable, text, texts } from '../platform/tables/columns';
import { defineTable } from '../platform/tables/define-table';
import type { Transaction } from '../platform/transaction/transaction';
import { upsertNewest } from '../platform/transaction/upsert-newest';
import { joinedReach, type Reach } from './reach';

/** What is published of a source: of which days the records speak that it holds for these keepers. */
interface Reached {
  readonly source: string;
  readonly keepers: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly loadedAt: string | null;
}

/** A source of records of no stream, and of which days it speaks: null while none of its files is in effect. */
export interface StreamlessSource {
  readonly source: string;
  readonly stream: null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** ISO text. */
  readonly loadedAt: string | null;
}

/** A part's copy of which days each source speaks of. Reference data: it leads to no record. */
export const sourceReachTable = (schema: string) =>
  defineTable({
    schema,
    name: 'source_reach',
    columns: {
      source: key(text()),
      keepers: texts(),
      from_day: nullable(day()),
      to_day: nullable(day()),
      loaded_at: nullable(instant()),
      version: bigint(),
    },
  });

/**
 * Keeps that copy, as intake publishes it. A source that holds nothing of the part is kept too: it may come to. Events
 * carry whole states with versions: in any order, once or many times, the same ones arrive at the same copy.
 */
export function followReach(schema: string, contract: EventContract<Reached>): Follower {
  const table = sourceReachTable(schema);
  return createFollower({
    name: 'reach',
    follows: ['intake'],
    handlers: [
      on(contract, (transaction, events) =>
        upsertNewest(
          transaction,
          table,
          events.map(({ payload: { source, keepers, from, to, loadedAt }, version }) => ({
            ...{ source, keepers: [...keepers], from_day: from, to_day: to, version },
            loaded_at: loadedAt === null ? null : new Date(loadedAt),
          })),
        ),
      ),
    ],
    async reset(transaction) {
      // Deleted and not truncated, so that readers go on seeing the old ones meanwhile.
      await transaction.query(`delete from "${schema}".source_reach`);
    },
  });
}

/** The sources that hold records of a keeper, by name. */
export async function sourcesFor(
  transaction: Transaction,
  { schema, keeper }: { readonly schema: string; readonly keeper: string },
): Promise<StreamlessSource[]> {
  const rows = await transaction.query<Omit<StreamlessSource, 'stream' | 'loadedAt'> & { at: Date | null }>(
    `select source, from_day as "from", to_day as "to", loaded_at as at from "${schema}".source_reach
     where $1 = any(keepers) order by source`,
    [keeper],
  );
  return rows.map(({ at, ...row }) => ({ ...row, stream: null, loadedAt: at?.toISOString() ?? null }));
}

/** The newest day that sources reach, today at the latest: an extract of last autumn says nothing of today. */
export function newestDayOf(sources: readonly StreamlessSource[], today: Day): Day {
  const newest = sources
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  return newest !== undefined && newest < today ? newest : today;
}

/**
 * Of which days these sources speak: null where they speak of none and nothing is held. Records that no known source
 * brought (what was loaded before sources said how far they reach) have no known end.
 */
export const reachOf = (sources: readonly StreamlessSource[], isAnythingHeld: boolean): Reach | null =>
  joinedReach(sources) ?? (isAnythingHeld ? { from: null, to: null } : null);
