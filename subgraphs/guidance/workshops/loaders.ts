import DataLoader from 'dataloader';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { WorkshopRow } from '../tables';
import { countHeld, type HeldPlace, heldPlaces } from './places';

/** Every look-up is batched by the operation. */
export interface WorkshopLoaders {
  /** How many places of a workshop are held. */
  readonly held: DataLoader<string, number>;
  /** The caller's own place at a workshop. */
  readonly ownPlace: DataLoader<string, HeldPlace | null>;
  readonly workshops: DataLoader<string, WorkshopRow | null>;
}

/** Loaders for one operation. What a command changed is read after it: nothing is kept from before. */
export const workshopLoaders = ({ transaction, identity }: OperationContext): WorkshopLoaders => ({
  held: new DataLoader(async (ids) => {
    const counts = await countHeld(transaction, ids);
    return ids.map((id) => counts.get(id) ?? 0);
  }),
  ownPlace: new DataLoader(async (ids) => {
    const own = await heldPlaces(transaction, ids, identity.subject);
    const byWorkshop = new Map(own.map((place) => [place.workshop_id, place]));
    return ids.map((id) => byWorkshop.get(id) ?? null);
  }),
  workshops: new DataLoader(async (ids) => {
    const sql = 'select * from guidance.workshop where id = any($1)';
    const rows = await transaction.query<WorkshopRow>(sql, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
});
