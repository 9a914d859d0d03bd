import { type SourceReached, sourceReached } from '../../../contracts/events/source-reached';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { sourceReach } from '../tables';

/** Keeps of which days each source speaks, as intake publishes it. A source that held no calls is kept too: it may come to. */
export const reaches: Follower = createFollower({
  name: 'reach',
  follows: ['intake'],
  handlers: [on(sourceReached, keepReaches)],
  async reset(transaction) {
    // Deleted and not truncated, so that readers go on seeing the old ones meanwhile.
    await transaction.query('delete from telephony.source_reach');
  },
});

function keepReaches(transaction: Transaction, events: readonly PlacedEvent<SourceReached>[]): Promise<void> {
  const rows = events.map(({ payload: { source, keepers, from, to, loadedAt }, version }) => ({
    ...{ source, keepers: [...keepers], from_day: from, to_day: to, version },
    loaded_at: loadedAt === null ? null : new Date(loadedAt),
  }));
  return upsertNewest(transaction, sourceReach, rows);
}
