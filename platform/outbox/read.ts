import type { DataSource } from 'typeorm';
import { inTransaction } from '../transaction/transaction';
import { eventsAfter, type OutboxRow } from './event-sets';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';

/** The scope in which outboxes are read: it opens them and nothing else. */
export const OUTBOX_READER_SCOPE = { subject: 'courier', role: 'courier' };

/** An outbox that can be read: whose it is, and a connection that may read it. */
export interface OutboxSource {
  readonly name: string;
  readonly dataSource: DataSource;
}

/**
 * At most `limit` events after `after`, in the order of commits. Events of transactions that run beside an older
 * one still open are left for later: read now, what that older one commits would be passed over for ever.
 * Of sets of events only those are read that the limit reaches. The columns are named with their table: a bare name in
 * `order by` would mean the text that is read out.
 */
export async function readEvents({
  source,
  after,
  limit,
}: {
  source: OutboxSource;
  after: Position;
  limit: number;
}): Promise<PlacedEvent[]> {
  const rows = await inTransaction(source.dataSource, OUTBOX_READER_SCOPE, (transaction) =>
    transaction.query<OutboxRow>(
      `select xid::text, id::text, kind, subject, version, payload, events, at, trace from (
         select found.*, sum(told) over (order by found.xid, found.id) - told as before from (
           select event.*, case when events is null then 1 when event.xid = $1::xid8 then least(version, event.id - $2)
             else version end as told
           from "${source.name}".outbox event
           where (event.xid, event.id) > ($1::xid8, $2::bigint) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
           order by event.xid, event.id limit $3) found) found
       where before < $3 order by found.xid, found.id`,
      [after.xid, after.id, limit],
    ),
  );
  return rows.flatMap((row) => eventsAfter(after, row)).slice(0, limit);
}

/** How many events an outbox has told, those in sets counted one by one. */
export async function countEvents({ name, dataSource }: OutboxSource): Promise<number> {
  const [counted] = await inTransaction(dataSource, OUTBOX_READER_SCOPE, (transaction) =>
    transaction.query<{ told: string }>(
      `select coalesce(sum(case when events is null then 1 else version end), 0) as told from "${name}".outbox`,
    ),
  );
  return Number(counted?.told ?? 0);
}

/** The position of the newest committed event; the beginning when there is none. */
export async function newestPosition(source: OutboxSource): Promise<Position> {
  return (await newestPositions([source])).get(source) ?? BEGINNING;
}

/** The positions of the newest committed events, by one question to each database; the beginning where there is none. */
export async function newestPositions(
  sources: readonly OutboxSource[],
): Promise<ReadonlyMap<OutboxSource, Position>> {
  const positions = await Promise.all(
    [...byDatabase(sources)].map(([dataSource, ofIt]) => newestOn(dataSource, ofIt)),
  );
  return new Map(positions.flat());
}

/** Outboxes by the connection that reads them: one question is enough for all of a database. */
function byDatabase(sources: readonly OutboxSource[]): ReadonlyMap<DataSource, OutboxSource[]> {
  const found = new Map<DataSource, OutboxSource[]>();
  for (const source of sources)
    found.set(source.dataSource, [...(found.get(source.dataSource) ?? []), source]);
  return found;
}

async function newestOn(
  dataSource: DataSource,
  sources: readonly OutboxSource[],
): Promise<[OutboxSource, Position][]> {
  const newest = sources.map(
    ({ name }, place) =>
      `(select ${place} as place, xid::text, id::text from "${name}".outbox event
        order by event.xid desc, event.id desc limit 1)`,
  );
  const rows = await inTransaction(dataSource, OUTBOX_READER_SCOPE, (transaction) =>
    transaction.query<Position & { place: number }>(newest.join(' union all ')),
  );
  return sources.map((source, place) => {
    const { xid, id } = rows.find((row) => row.place === place) ?? BEGINNING;
    return [source, { xid, id }];
  });
}

/**
 * Whether any outbox has events that cannot be read yet, since a transaction that began before theirs is still open. Nobody is
 * notified when that one ends, if it publishes nothing itself.
 */
export async function hasHeldBack(sources: readonly OutboxSource[]): Promise<boolean> {
  const held = await Promise.all(
    [...byDatabase(sources)].map(([dataSource, ofIt]) => hasHeldBackOn(dataSource, ofIt)),
  );
  return held.includes(true);
}

async function hasHeldBackOn(dataSource: DataSource, sources: readonly OutboxSource[]): Promise<boolean> {
  const held = sources.map(
    ({ name }) =>
      `exists (select from "${name}".outbox where xid >= pg_snapshot_xmin(pg_current_snapshot()))`,
  );
  const [row] = await inTransaction(dataSource, OUTBOX_READER_SCOPE, (transaction) =>
    transaction.query<{ held: boolean }>(`select ${held.join(' or ')} as held`),
  );
  return row?.held ?? false;
}

/** Whether `position` lies at or after `other`. */
export function isAtOrAfter(position: Position, other: Position): boolean {
  const xids = BigInt(position.xid) - BigInt(other.xid);
  return xids > 0n || (xids === 0n && BigInt(position.id) >= BigInt(other.id));
}
