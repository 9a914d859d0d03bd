import type { Transaction } from '../../../platform/transaction/transaction';

/** Somebody's place, as it stands among all that are held. */
export interface HeldPlace {
  readonly workshop_id: string;
  readonly place: number;
  readonly subject: string;
  readonly name: string;
  readonly booked_at: Date;
  /** From 1, in the order of booking. */
  readonly rank: number;
  readonly attended: boolean | null;
}

/** How many places of each workshop are held. */
export async function countHeld(
  transaction: Transaction,
  workshopIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await transaction.query<{ workshop_id: string; held: number }>(
    `select workshop_id, count(*)::int as held from guidance.booked_place
     where workshop_id = any($1) and given_up_at is null group by workshop_id`,
    [workshopIds],
  );
  return new Map(rows.map(({ workshop_id, held }) => [workshop_id, held]));
}

/**
 * The places of these workshops that are held, in the order of booking: everybody's that row security lets the caller see,
 * or only those of `subject`. The rank counts all, whoever may see them.
 */
export function heldPlaces(
  transaction: Transaction,
  workshopIds: readonly string[],
  subject: string | null,
): Promise<HeldPlace[]> {
  return transaction.query<HeldPlace>(
    `select b.workshop_id, b.place, b.subject, b.name, b.booked_at, ranked.rank, a.attended
     from (select workshop_id, place, row_number() over (partition by workshop_id order by place)::int as rank
           from guidance.booked_place where workshop_id = any($1) and given_up_at is null) ranked
     join guidance.booking b using (workshop_id, place)
     left join guidance.attendance a using (workshop_id, place)
     where $2::text is null or b.subject = $2
     order by b.workshop_id, b.place`,
    [workshopIds, subject],
  );
}

/** How many wait before; null for who has a seat. */
export const waitingBehind = ({ rank }: Pick<HeldPlace, 'rank'>, seats: number): number | null =>
  rank > seats ? rank - seats - 1 : null;
