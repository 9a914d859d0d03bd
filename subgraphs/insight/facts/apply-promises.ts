import type { PromiseChanged } from '../../../contracts/events/promise-changed';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { type PromiseFactRow, promiseFact } from '../tables/promise-tables';

/** Brings promises to the newest published state of each complaint. */
export function applyPromises(
  transaction: Transaction,
  events: readonly PlacedEvent<PromiseChanged>[],
): Promise<void> {
  const rows = events.map(
    ({ payload: { id, authority, stream, promises }, version }): PromiseFactRow => ({
      ...{ complaint_id: id, authority, stream, promises, version },
    }),
  );
  return upsertNewest(transaction, promiseFact, rows);
}
