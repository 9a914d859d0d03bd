import type { DataSource } from 'typeorm';
import type { Clock } from '../../config/clock';
import { inTransaction, type Transaction } from '../../transaction/transaction';
import { type Seal, sealHash } from './chain';
import { entriesAfter, type Place, SEALER, START } from './entries';
import { lastSeal } from './seals';

/**
 * Seals what a log holds after its last seal: the entries of transactions that have ended. The first seal is made of an
 * empty log too, so that it is known from when on entries are signed. Gives the seal; null where there was nothing to
 * seal, or another process seals just now.
 */
export function sealLog(dataSource: DataSource, schema: string, clock: Clock): Promise<Seal | null> {
  return inTransaction(dataSource, SEALER, async (transaction) => {
    const [lock] = await transaction.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [`${schema}.audit_seal`],
    );
    if (!lock?.taken) return null;
    const before = await lastSeal(transaction, schema);
    const hash = sealHash(before?.hash ?? null);
    let through: Place = before?.through ?? START;
    for await (const entry of entriesAfter(transaction, schema, { start: through, isSealing: true })) {
      hash.add(entry);
      through = { xid: entry.xid, id: entry.id };
    }
    if (hash.entries() === 0 && before !== null) return null;
    const header = { number: (before?.number ?? 0) + 1, sealedAt: clock.now(), through };
    const seal = { ...header, entries: hash.entries(), hash: hash.end(schema, header) };
    await keep(transaction, schema, seal);
    return seal;
  });
}

const keep = (
  transaction: Transaction,
  schema: string,
  { number, sealedAt, entries, through, hash }: Seal,
): Promise<unknown> =>
  transaction.query(
    `insert into "${schema}".audit_seal (number, sealed_at, entries, through_xid, through_id, hash)
     values ($1, $2, $3, $4::xid8, $5, $6)`,
    [number, sealedAt, entries, through.xid, through.id, hash],
  );
