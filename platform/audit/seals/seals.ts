import type { Transaction } from '../../transaction/transaction';
import type { Seal } from './chain';

interface SealRow {
  readonly number: string;
  readonly sealed_at: Date;
  readonly entries: string;
  readonly xid: string;
  readonly id: string;
  readonly hash: string;
}

const SELECTED =
  'number::text, sealed_at, entries::text, through_xid::text as xid, through_id::text as id, hash';

const PAGE = 5_000;

/** The newest seal of a log; null where none was made. */
export async function lastSeal(transaction: Transaction, schema: string): Promise<Seal | null> {
  const [row] = await transaction.query<SealRow>(
    `select ${SELECTED} from "${schema}".audit_seal as seal order by seal.number desc limit 1`,
  );
  return row === undefined ? null : sealOf(row);
}

/** All seals of a log in the order of their numbers, a page at a time. */
export async function* sealsOf(transaction: Transaction, schema: string): AsyncGenerator<Seal> {
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    const page = await transaction.query<SealRow>(
      `select ${SELECTED} from "${schema}".audit_seal as seal where $1::bigint is null or seal.number > $1::bigint
       order by seal.number limit $2`,
      [Number.isFinite(after) ? after : null, PAGE],
    );
    const seals = page.map(sealOf);
    yield* seals;
    const last = seals.at(-1);
    if (last === undefined || seals.length < PAGE) return;
    after = last.number;
  }
}

/** Whether a schema has an audit log. */
export async function hasAuditLog(transaction: Transaction, schema: string): Promise<boolean> {
  const [row] = await transaction.query<{ has: boolean }>(
    `select to_regclass(format('%I.audit_seal', $1::text)) is not null as has`,
    [schema],
  );
  return row?.has ?? false;
}

const sealOf = ({ number, sealed_at, entries, xid, id, hash }: SealRow): Seal => ({
  number: Number(number),
  sealedAt: sealed_at,
  entries: Number(entries),
  through: { xid, id },
  hash,
});
