import type { Transaction } from '../../transaction/transaction';
import { lastSeal } from './seals';

/** The newest seal of a log as the graph shows it. */
export interface SealShown {
  readonly number: number;
  readonly sealedAt: string;
  readonly entries: number;
  readonly hash: string;
  /** How many entries wait for the next. */
  readonly waiting: number;
}

/** How far a log is sealed; null before its first seal. */
export async function shownSeal(transaction: Transaction, schema: string): Promise<SealShown | null> {
  const seal = await lastSeal(transaction, schema);
  if (seal === null) return null;
  const [counted] = await transaction.query<{ waiting: number }>(
    `select count(*)::int as waiting from "${schema}".audit_entry as entry
     where (entry.xid, entry.id) > ($1::xid8, $2::bigint)`,
    [seal.through.xid, seal.through.id],
  );
  const { number, sealedAt, entries, hash } = seal;
  return { number, sealedAt: sealedAt.toISOString(), entries, hash, waiting: counted?.waiting ?? 0 };
}
