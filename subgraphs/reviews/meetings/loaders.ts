import DataLoader from 'dataloader';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type ActionShown, actionsOfMeetings } from '../actions/actions';
import type { MeetingRow } from '../tables';

/** Every look-up is batched by the operation. */
export interface ReviewLoaders {
  /** What was agreed at a meeting, those due first at the head. */
  readonly actionsOf: DataLoader<string, ActionShown[]>;
  readonly meetings: DataLoader<string, MeetingRow | null>;
}

/** Loaders for one operation. What a command changed is read after it: nothing is kept from before. */
export const reviewLoaders = ({ transaction }: OperationContext): ReviewLoaders => ({
  actionsOf: new DataLoader(async (ids) => {
    const actions = await actionsOfMeetings(transaction, ids);
    return ids.map((id) => actions.filter(({ meeting_id }) => meeting_id === id));
  }),
  meetings: new DataLoader(async (ids) => {
    const sql = 'select * from reviews.meeting where id = any($1)';
    const rows = await transaction.query<MeetingRow>(sql, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
});
