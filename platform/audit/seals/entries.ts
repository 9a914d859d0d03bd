import type { Transaction } from '../../transaction/transaction';

/** The scope in which logs are sealed and verified: it opens entries and seals, and nothing else. */
export const SEALER = { subject: 'sealer', role: 'sealer' };

/** A place in a log: entries lie in the order of the transactions that wrote them, which are 64-bit numbers as text. */
export interface Place {
  readonly xid: string;
  readonly id: string;
}

/** Before every entry. */
export const START: Place = { xid: '0', id: '0' };

/** An entry as it is sealed: everything of its row. */
export interface SealedEntry extends Place {
  /** Seconds since 1970, to the microsecond, as the database writes the number. */
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly record_id: string;
  readonly request_id: string;
  /** Null of entries that were written before entries were signed. */
  readonly nonce: string | null;
  readonly signature: string | null;
}

const PAGE = 5_000;

/** An entry that was read, and whether its transaction has a number that the server has not come to. */
export interface ReadEntry extends SealedEntry {
  readonly is_ahead: boolean;
}

/** What can be sealed: what runs beside an older transaction that is still open is left for later, or that one would be passed over. */
const SEALABLE = 'and entry.xid < pg_snapshot_xmin(pg_current_snapshot())';

/** The entries after a place, in their order, a page at a time: all that there are, or those that can be sealed. */
export async function* entriesAfter(
  transaction: Transaction,
  schema: string,
  { start, isSealing }: { readonly start: Place; readonly isSealing: boolean },
): AsyncGenerator<ReadEntry> {
  let after = start;
  for (;;) {
    const page = await transaction.query<ReadEntry>(
      `select xid::text, id::text, extract(epoch from at)::text as at, actor, role, action, record_id, request_id, nonce::text, signature,
         entry.xid >= pg_snapshot_xmax(pg_current_snapshot()) as is_ahead
       from "${schema}".audit_entry as entry
       where (entry.xid, entry.id) > ($1::xid8, $2::bigint) ${isSealing ? SEALABLE : ''}
       order by entry.xid, entry.id limit $3`,
      [after.xid, after.id, PAGE],
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}

/** Below 0 where the first place comes before the second, above where it comes after. */
export function comparePlaces(one: Place, other: Place): number {
  const xids = BigInt(one.xid) - BigInt(other.xid);
  const difference = xids === 0n ? BigInt(one.id) - BigInt(other.id) : xids;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
