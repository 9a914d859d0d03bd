import type { Transaction } from '../platform/transaction/transaction';
import type { HistoricStage } from './history';
import type { StageRow } from './tables';

/**
 * Locks, until the transaction ends, every complaint that a batch can touch, and reads their stages, by id: of stages recorded before under the same reference, of
 * those that may be a parent of one in the batch, and of those that may have waited for one as theirs.
 */
export async function lockRelatedStages(
  transaction: Transaction,
  { schema, records }: { schema: string; records: readonly HistoricStage[] },
): Promise<Map<string, StageRow>> {
  const keys = records.map(({ source, reference, parentKey, ownKey }) => ({
    source,
    reference,
    parentKey,
    ownKey,
  }));
  const stage = `"${schema}".stage`;
  const complaints = await transaction.query<{ id: string }>(
    `with recorded as (
       select * from jsonb_to_recordset($1::jsonb)
         as record (source text, reference text, "parentKey" text, "ownKey" text)
     ), concerned as (
       select held.complaint_id from recorded join ${stage} held using (source, reference)
       union
       select held.complaint_id from recorded join ${stage} held
         on held.source = recorded.source and held.own_key = recorded."parentKey"
       union
       select held.complaint_id from recorded join ${stage} held
         on held.source = recorded.source and held.parent_key = recorded."ownKey"
     )
     select id from "${schema}".complaint
     where id in (select complaint_id from concerned) order by id for update`,
    [JSON.stringify(keys)],
  );
  if (complaints.length === 0) return new Map();
  const rows = await transaction.query<StageRow>(`select * from ${stage} where complaint_id = any ($1)`, [
    complaints.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}
