import type { Transaction } from '../transaction/transaction';

/**
 * A change that others follow, written in the transaction that made it. It carries the whole state of its subject
 * (never a difference) and that state's version, so that the last one wins and one seen twice does no harm.
 * The payload holds no personal data.
 */
export interface OutboxEvent<Payload = unknown> {
  readonly kind: string;
  readonly subject: string;
  readonly version: number;
  readonly payload: Payload;
}

/**
 * An event as a reader gets it, with its position in the order of commits (`(xid, id)`) and when the transaction began
 * that published it: the same however often it is read.
 */
export interface PlacedEvent<Payload = unknown> extends OutboxEvent<Payload> {
  readonly position: Position;
  readonly at: Date;
}

/** A position in an outbox. `xid` is a 64-bit number as text; positions are compared by (xid, id). */
export interface Position {
  readonly xid: string;
  readonly id: string;
}

/** Before every event. */
export const BEGINNING: Position = { xid: '0', id: '0' };

/** Writes events to the outbox of `schema`, and wakes readers at commit; a reader that misses it polls. */
export async function publish(
  transaction: Transaction,
  schema: string,
  events: readonly OutboxEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await transaction.query(
    `insert into "${schema}".outbox (kind, subject, version, payload)
     select event ->> 'kind', event ->> 'subject', (event ->> 'version')::bigint, event -> 'payload'
     from jsonb_array_elements($1::jsonb) with ordinality as listed (event, place) order by place`,
    [JSON.stringify(events)],
  );
  await transaction.query(`select pg_notify('outbox', $1)`, [schema]);
}
