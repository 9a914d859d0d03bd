import { joinedReach, type Reach } from '../../../counting/reach';
import type { Day } from '../../../domain/calendar/day';
import type { Transaction } from '../../../platform/transaction/transaction';

/** A source of calls, and of which days it speaks: null while none of its files is in effect. */
export interface CallSource {
  readonly source: string;
  /** Calls are of no stream. */
  readonly stream: null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** ISO text. */
  readonly loadedAt: string | null;
}

/** The sources that hold calls, by name. */
export async function callSources(transaction: Transaction): Promise<CallSource[]> {
  const rows = await transaction.query<Omit<CallSource, 'stream' | 'loadedAt'> & { at: Date | null }>(
    `select source, from_day as "from", to_day as "to", loaded_at as at from telephony.source_reach
     where 'calls' = any(keepers) order by source`,
  );
  return rows.map(({ at, ...row }) => ({ ...row, stream: null, loadedAt: at?.toISOString() ?? null }));
}

/**
 * Of which days the exports speak: null where none is loaded. Calls that no known source brought (what was loaded before
 * sources said how far they reach) have no known end.
 */
export function reachOfCalls(sources: readonly CallSource[], newestCallOn: Day | null): Reach | null {
  return joinedReach(sources) ?? (newestCallOn === null ? null : { from: null, to: null });
}
