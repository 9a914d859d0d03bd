import { ownWorkOf, sourceReached } from '../../contracts/events/source-reached';
import type { Day } from '../../domain/calendar/day';
import { publish } from '../../platform/outbox/outbox';
import { noteFirstDay } from '../../platform/transaction/note-first-day';
import type { Transaction } from '../../platform/transaction/transaction';

/**
 * Notes that the stream's complaints are worked on here since this day at the latest, and tells it: from then on every day
 * is recorded as it comes. Whoever begins a live complaint calls it, in the same transaction; once it is known, nothing is
 * written, so that nobody waits for anybody.
 */
export async function noteLiveSince(
  transaction: Transaction,
  { schema, day }: { readonly schema: string; readonly day: Day },
): Promise<void> {
  const version = await noteFirstDay(transaction, { schema, day });
  if (version === null) return;
  const source = ownWorkOf(schema);
  await publish(transaction, schema, [
    sourceReached.event({
      ...{ subject: source, version },
      payload: { source, keepers: [schema], from: day, to: null, loadedAt: null },
    }),
  ]);
}
