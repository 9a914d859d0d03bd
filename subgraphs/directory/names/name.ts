import type { EventContract } from '../../../platform/outbox/event-contract';
import { type OutboxEvent, publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

/** A name to be known, as its event publishes it. */
export type Name = Omit<OutboxEvent<{ readonly id: string; readonly name: string }>, 'version'>;

/** A name as the event of its kind publishes it. */
export const nameOf = <Payload extends { readonly id: string; readonly name: string }>(
  { kind }: EventContract<Payload>,
  payload: Payload,
): Name => ({ kind, subject: payload.id, payload });

/** Keeps each name and publishes those that are new or changed. */
export async function keepNames(transaction: Transaction, names: readonly Name[]): Promise<void> {
  const changed: OutboxEvent[] = [];
  for (const { kind, subject, payload } of names) {
    const [kept] = await transaction.query<{ version: number }>(
      `insert into directory.named as held (kind, id, name, version, payload) values ($1, $2, $3, 1, $4::jsonb)
       on conflict (kind, id) do update
         set name = excluded.name, payload = excluded.payload, version = held.version + 1
         where held.payload is distinct from excluded.payload
       returning version`,
      [kind, payload.id, payload.name, JSON.stringify(payload)],
    );
    if (kept) changed.push({ kind, subject, version: Number(kept.version), payload });
  }
  await publish(transaction, 'directory', changed);
}
