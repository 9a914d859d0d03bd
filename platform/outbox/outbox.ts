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
  /** The trace from which it came, as a header would name it; null where nobody asked for it. */
  readonly trace?: string | null;
}

/** A position in an outbox. `xid` is a 64-bit number as text; positions are compared by (xid, id). */
export interface Position {
  readonly xid: string;
  readonly id: string;
}

/** Before every event. */
export const BEGINNING: Position = { xid: '0', id: '0' };

/**
 * So many events of one kind that are published at once are kept as one row, a set. Fewer stay rows of their own, which
 * anybody can look at.
 */
const FEWEST = 100;

/** More events than these become several sets: one is read whole, also where only its end is asked for. */
const MOST = 1_000;

/** Writes events to the outbox of `schema`, and wakes readers at commit; a reader that misses it polls. */
export async function publish(
  transaction: Transaction,
  schema: string,
  events: readonly OutboxEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await (areSet(events) ? publishSets : publishRows)(transaction, schema, events);
  await transaction.query(`select pg_notify('outbox', $1)`, [schema], { isRepeated: true });
}

async function publishRows(
  transaction: Transaction,
  schema: string,
  events: readonly OutboxEvent[],
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".outbox (kind, subject, version, payload)
     select event ->> 'kind', event ->> 'subject', (event ->> 'version')::bigint, event -> 'payload'
     from jsonb_array_elements($1::jsonb) with ordinality as listed (event, place) order by place`,
    [JSON.stringify(events)],
    { isRepeated: true },
  );
}

/** Whether these events, published at once, are kept as sets. */
function areSet(events: readonly OutboxEvent[]): boolean {
  return events.length >= FEWEST && events.every(({ kind }) => kind === events[0]?.kind);
}

/**
 * Writes events of one kind as sets, in their order. A number is drawn for each event, and the set's own is the last: its
 * events have the numbers up to it, so that each has a place of its own, after all that its transaction told before.
 */
async function publishSets(
  transaction: Transaction,
  schema: string,
  events: readonly OutboxEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += MOST) {
    const set = events.slice(start, start + MOST);
    await transaction.query(
      `insert into "${schema}".outbox (id, kind, subject, version, payload, events) overriding system value
       select max(nextval('"${schema}".outbox_id_seq')), $2, '', $3::int, '{}', $1::json from generate_series(1, $3::int)`,
      [JSON.stringify(set), set[0]?.kind, set.length],
    );
  }
}
