import type { CallsCounted } from '../../../contracts/events/calls-counted';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { callDay } from '../tables/call-tables';

/** Keeps how many telephone calls each day had. A day without any stays for its version, and no figure counts it. */
export function applyCalls(
  transaction: Transaction,
  events: readonly PlacedEvent<CallsCounted>[],
): Promise<void> {
  const rows = events.map(({ payload: { authority, day, groups }, version }) => ({
    ...{ authority, offered_on: day, groups, version },
    calls: groups.reduce((sum, { calls }) => sum + calls, 0),
  }));
  return upsertNewest(transaction, callDay, rows);
}
