import { ownWorkOf, sourceReached } from '../../contracts/events/source-reached';
import type { Day } from '../../domain/calendar/day';
import { publish } from '../../platform/outbox/outbox';
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
  const [noted] = await transaction.query<{ version: number }>(
    `insert into "${schema}".live_since as held (since, version)
     select $1::date, 1 where not exists (select from "${schema}".live_since where since <= $1::date)
     on conflict (is_only) do update set since = excluded.since, version = held.version + 1
     where excluded.since < held.since
     returning version::int as version`,
    [day],
  );
  if (noted === undefined) return;
  const source = ownWorkOf(schema);
  await publish(transaction, schema, [
    sourceReached.event({
      ...{ subject: source, version: noted.version },
      payload: { source, keepers: [schema], from: day, to: null, loadedAt: null },
    }),
  ]);
}
