import type { OutboxEvent, PlacedEvent, Position } from './outbox';

/** A row of an outbox: an event, or with `events` a set. */
export interface OutboxRow extends OutboxEvent {
  readonly xid: string;
  readonly id: string;
  readonly at: Date;
  readonly events: readonly OutboxEvent[] | null;
  readonly trace: string | null;
}

/** The events of a row of an outbox that follow a position, in order. */
export function eventsAfter(
  after: Position,
  { xid, id, at, events, trace, ...event }: OutboxRow,
): PlacedEvent[] {
  if (events === null)
    return [{ ...event, version: Number(event.version), at, trace, position: { xid, id } }];
  const before = BigInt(id) - BigInt(events.length);
  const passed = xid === after.xid ? Math.max(0, Number(BigInt(after.id) - before)) : 0;
  return events.slice(passed).map((one, place) => ({
    ...one,
    at,
    trace,
    position: { xid, id: String(before + BigInt(passed + place + 1)) },
  }));
}
