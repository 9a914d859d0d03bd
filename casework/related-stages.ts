import type { Transaction } from '../platform/transaction/transaction';
import type { DatedStage } from './date-stage';
import type { StageRow } from './tables';

/**
 * Locks, until the transaction ends, every complaint that a batch can touch, and reads all their stages, by id. Those
 * are: what was recorded before as the same stage or in the same record, what may be a parent of a stage in the
 * batch, and what may have waited for one as its parent.
 */
export async function lockRelatedStages(
  transaction: Transaction,
  { schema, dated }: { schema: string; dated: readonly DatedStage[] },
): Promise<Map<string, StageRow>> {
  const keys = dated.map(({ row: { id, source, case_key, own_key, parent_key } }) => ({
    id,
    source,
    case_key,
    own_key,
    parent_key,
  }));
  const stage = `"${schema}".stage`;
  const complaints = await transaction.query<{ id: string }>(
    `with recorded as (
       select * from jsonb_to_recordset($1::jsonb)
         as record (id text, source text, case_key text, own_key text, parent_key text)
     ), concerned as (
       select held.complaint_id from recorded join ${stage} held using (id)
       union
       select held.complaint_id from recorded join ${stage} held using (source, case_key)
       union
       select held.complaint_id from recorded join ${stage} held
         on held.source = recorded.source and held.own_key = recorded.parent_key
       union
       select held.complaint_id from recorded join ${stage} held
         on held.source = recorded.source and held.parent_key = recorded.own_key
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
