import { ownWorkOf, sourceReached } from '../../../contracts/events/source-reached';
import { londonDayOf } from '../../../domain/calendar/day';
import { publish } from '../../../platform/outbox/outbox';
import { noteFirstDay } from '../../../platform/transaction/note-first-day';
import type { Transaction } from '../../../platform/transaction/transaction';

const PART = 'ombudsman';

/** Notes that ombudsmen's cases are worked on here, and tells it as a source: figures know each day from the first on. */
export async function noteLiveWork(transaction: Transaction, at: Date): Promise<void> {
  const from = londonDayOf(at);
  const version = await noteFirstDay(transaction, { schema: PART, day: from });
  if (version === null) return;
  const source = ownWorkOf(PART);
  await publish(transaction, PART, [
    sourceReached.event({
      ...{ subject: source, version },
      payload: { source, keepers: [PART], from, to: null, loadedAt: null },
    }),
  ]);
}
