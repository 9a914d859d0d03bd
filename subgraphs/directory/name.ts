import { type OutboxEvent, publish } from '../../platform/outbox/outbox';
import type { Transaction } from '../../platform/transaction/transaction';

/** A name to be known, and what is told of it. */
export interface Name {
  readonly kind: 'directorate-named' | 'service-named' | 'channel-named';
  readonly payload: { readonly id: string; readonly name: string };
}

/** Keeps each name and tells those that are new or changed; a name that is known as it is stays untold. */
export async function keepNames(transaction: Transaction, names: readonly Name[]): Promise<void> {
  const told: OutboxEvent[] = [];
  for (const { kind, payload } of names) {
    const [kept] = await transaction.query<{ version: number }>(
      `insert into directory.named as held (kind, id, name, version, payload) values ($1, $2, $3, 1, $4::jsonb)
       on conflict (kind, id) do update
         set name = excluded.name, payload = excluded.payload, version = held.version + 1
         where held.payload is distinct from excluded.payload
       returning version`,
      [kind, payload.id, payload.name, JSON.stringify(payload)],
    );
    if (kept) told.push({ kind, subject: payload.id, version: Number(kept.version), payload });
  }
  await publish(transaction, 'directory', told);
}
