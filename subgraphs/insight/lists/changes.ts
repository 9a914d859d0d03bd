import DataLoader from 'dataloader';
import type { OperationContext } from '../../../platform/server/subgraph';

export type ChangeLoader = DataLoader<string, string | null>;

/** When complaints last changed, all of one operation together; null for one that is gone meanwhile. */
export const changeLoader = ({ transaction }: Pick<OperationContext, 'transaction'>): ChangeLoader =>
  new DataLoader(async (ids) => {
    const rows = await transaction.query<{ id: string; at: Date }>(
      'select complaint_id as id, changed_at as at from insight.complaint_fact where complaint_id = any($1)',
      [ids],
    );
    const moments = new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
    return ids.map((id) => moments.get(id) ?? null);
  });
