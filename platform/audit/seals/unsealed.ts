import { defineGauge } from '../../metrics/gauge';
import { knownParts } from '../../metrics/known-names';
import type { Family } from '../../metrics/metric';
import { inTransaction } from '../../transaction/transaction';
import { SEALER, START } from './entries';
import { type SealedSchema, withLogs } from './keep-sealing';
import { lastSeal } from './seals';

const unsealed = defineGauge({
  name: 'complaints_audit_unsealed_seconds',
  help: 'How long the oldest entry of each audit log has waited for its seal; 0 where all are sealed.',
  labels: { part: knownParts },
});

/** How long entries of audit logs have waited to be sealed. */
export async function readUnsealed(schemas: readonly SealedSchema[]): Promise<Family> {
  const logs = await withLogs(schemas);
  return unsealed(
    await Promise.all(
      logs.map(async (log) => [{ part: knownParts.add(log.schema) }, await oldestOf(log)] as const),
    ),
  );
}

const oldestOf = ({ schema, dataSource }: SealedSchema): Promise<number> =>
  inTransaction(dataSource, SEALER, async (transaction) => {
    const { xid, id } = (await lastSeal(transaction, schema))?.through ?? START;
    const [row] = await transaction.query<{ seconds: string | null }>(
      `select extract(epoch from clock_timestamp() - min(at))::text as seconds from "${schema}".audit_entry as entry
       where (entry.xid, entry.id) > ($1::xid8, $2::bigint)`,
      [xid, id],
    );
    return Math.max(0, Number(row?.seconds ?? 0));
  });
