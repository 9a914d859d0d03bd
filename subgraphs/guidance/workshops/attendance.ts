import { recordAudit } from '../../../platform/audit/record';
import { type List, type ListPage, type PageArguments, readList } from '../../../platform/lists/list';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { heldPlaces } from './places';
import { placeNotFound, workshopNotBegun, workshopNotFound } from './refusals';
import { hasBegun, lockWorkshop, shown, type WorkshopShown } from './workshops';

/** Records who came and who did not; what was recorded before is corrected. */
export async function recordAttendance(
  context: OperationContext,
  {
    id,
    attended,
    missed,
  }: { readonly id: string; readonly attended: readonly number[]; readonly missed: readonly number[] },
): Promise<
  WorkshopShown | Refused<'WorkshopNotFound'> | Refused<'WorkshopNotBegun'> | Refused<'PlaceNotFound'>
> {
  const { transaction, identity, clock } = context;
  const workshop = await lockWorkshop(transaction, id);
  if (workshop === null) return workshopNotFound();
  if (!hasBegun(workshop, context)) return workshopNotBegun();
  const held = new Set((await heldPlaces(transaction, [id], null)).map(({ place }) => place));
  const named = [...attended, ...missed];
  const wrong = named.find((place, index) => !held.has(place) || named.indexOf(place) !== index);
  if (wrong !== undefined) return placeNotFound(wrong);
  await transaction.query(
    `insert into guidance.attendance as held (workshop_id, place, attended, recorded_by, recorded_at)
     select $1, place, place = any($3::int[]), $4, $5 from unnest($2::int[]) place
     on conflict (workshop_id, place) do update
       set attended = excluded.attended, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
       where held.attended <> excluded.attended`,
    [id, named, attended, identity.subject, clock.now()],
  );
  await recordAudit(context, { schema: 'guidance', action: 'ATTENDANCE_RECORD', recordIds: [id] });
  return shown(workshop);
}

/** That somebody came to a workshop. */
export interface TrainingRow {
  readonly workshop_id: string;
  readonly place: number;
  readonly subject: string;
  readonly name: string;
  readonly starts_at: Date;
}

const TRAINED = `(select b.workshop_id, b.place, b.subject, b.name, w.starts_at
  from guidance.attendance a join guidance.booking b using (workshop_id, place)
  join guidance.workshop w on w.id = a.workshop_id where a.attended) training`;

const TRAININGS: List<TrainingRow, TrainingRow> = {
  field: 'trainings',
  table: TRAINED,
  order: { starts_at: 'timestamptz', workshop_id: 'text', place: 'int' },
  direction: 'desc',
  select: (rows) => `select * from ${TRAINED} ${rows}`,
  keyOf: ({ starts_at, workshop_id, place }) => [starts_at.toISOString(), workshop_id, place],
  nodeOf: (row) => row,
};

/** Who came to which workshop, as far as row security lets the caller see; that others' were read is noted. */
export async function readTrainings(
  context: OperationContext,
  paging: PageArguments,
): Promise<ListPage<TrainingRow>> {
  const page = await readList(context, TRAININGS, { paging });
  const ofOthers = page.edges.filter(({ node }) => node.subject !== context.identity.subject);
  const recordIds = [...new Set(ofOthers.map(({ node }) => node.workshop_id))];
  if (recordIds.length > 0)
    await recordAudit(context, { schema: 'guidance', action: 'BOOKINGS_READ', recordIds });
  return page;
}
