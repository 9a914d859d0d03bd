import { type ColumnTypes, columnar } from '../platform/transaction/columns';
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
  const stage = `"${schema}".stage`;
  const keys: readonly Keys[] = dated.map(({ row }) => row);
  const { from, values } = columnar(keys, KEYS, { alias: 'recorded' });
  const complaints = await transaction.query<{ id: string }>(
    `with recorded as (select * from ${from})
     select id from "${schema}".complaint
     where id in (${concerned(keys, stage).join(' union ')}) order by id for update`,
    values,
  );
  if (complaints.length === 0) return new Map();
  const rows = await transaction.query<StageRow>(`select * from ${stage} where complaint_id = any ($1)`, [
    complaints.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

type Keys = Pick<StageRow, 'id' | 'source' | 'case_key' | 'own_key' | 'parent_key'>;

const KEYS: ColumnTypes<Keys> = {
  id: 'text',
  source: 'text',
  case_key: 'text',
  own_key: 'text',
  parent_key: 'text',
};

/**
 * The ways from a stage in the batch to one held; a way for which no stage of the batch has the key is not looked for.
 * Each is looked up by itself (`offset 0` keeps it so): joined as a whole, a table that grows while its statistics are
 * behind is read from end to end for every batch.
 */
function concerned(keys: readonly Keys[], stage: string): string[] {
  const ways: readonly [keyof Keys, string][] = [
    ['id', 'held.id = recorded.id'],
    ['case_key', 'held.source = recorded.source and held.case_key = recorded.case_key'],
    ['parent_key', 'held.source = recorded.source and held.own_key = recorded.parent_key'],
    ['own_key', 'held.source = recorded.source and held.parent_key = recorded.own_key'],
  ];
  return ways
    .filter(([key]) => keys.some((row) => row[key] !== null))
    .map(
      ([, way]) =>
        `select found.complaint_id from recorded
         cross join lateral (select held.complaint_id from ${stage} held where ${way} offset 0) found`,
    );
}
