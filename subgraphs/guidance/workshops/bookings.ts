import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { WorkshopRow } from '../tables';
import { heldPlaces } from './places';
import { nameUnusable, workshopNotFound, workshopOver } from './refusals';
import { hasBegun, lockWorkshop, shown, type WorkshopShown } from './workshops';

/** Books a place for the caller, at the end of those that are held, unless they hold one. */
export async function bookWorkshop(
  context: OperationContext,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<WorkshopShown | Refused<'WorkshopNotFound'> | Refused<'WorkshopOver'> | Refused<'NameUnusable'>> {
  const refused = nameUnusable(name);
  if (refused !== null) return refused;
  const { transaction, identity, clock } = context;
  const workshop = await lockWorkshop(transaction, id);
  if (workshop === null) return workshopNotFound();
  if (isOver(workshop, context)) return workshopOver(workshop);
  const own = await heldPlaces(transaction, [id], identity.subject);
  if (own.length > 0) return shown(workshop);
  const rows = await transaction.query<{ place: number }>(
    `insert into guidance.booked_place (workshop_id, place)
     select $1, coalesce(max(place), 0) + 1 from guidance.booked_place where workshop_id = $1 returning place`,
    [id],
  );
  await transaction.query(
    'insert into guidance.booking (workshop_id, place, subject, name, booked_at) values ($1, $2, $3, $4, $5)',
    [id, rows[0]?.place, identity.subject, name.trim(), clock.now()],
  );
  return shown(workshop);
}

/** Gives the caller's place up, where they hold one. Who waits moves up by that alone. */
export async function giveUpPlace(
  context: OperationContext,
  { id }: { readonly id: string },
): Promise<WorkshopShown | Refused<'WorkshopNotFound'> | Refused<'WorkshopOver'>> {
  const { transaction, identity, clock } = context;
  const workshop = await lockWorkshop(transaction, id);
  if (workshop === null) return workshopNotFound();
  if (isOver(workshop, context)) return workshopOver(workshop);
  const [own] = await heldPlaces(transaction, [id], identity.subject);
  if (own !== undefined)
    await transaction.query(
      'update guidance.booked_place set given_up_at = $3 where workshop_id = $1 and place = $2',
      [id, own.place, clock.now()],
    );
  return shown(workshop);
}

const isOver = (workshop: WorkshopRow, context: OperationContext): boolean =>
  workshop.cancelled_because !== null || hasBegun(workshop, context);
