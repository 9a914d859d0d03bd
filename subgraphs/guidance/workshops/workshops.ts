import type { List, Narrow } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { WorkshopRow } from '../tables';

/** Which workshops are asked for. */
export interface WorkshopFilter {
  readonly upcoming?: boolean | null | undefined;
  readonly bookedByMe?: boolean | null | undefined;
}

/** A workshop as the graph shows it. */
export type WorkshopShown = WorkshopRow & { readonly __typename: 'Workshop' };

export const shown = (row: WorkshopRow): WorkshopShown => ({ ...row, __typename: 'Workshop' });

/** Workshops, in the order of their beginning. */
export const WORKSHOPS: List<WorkshopRow, WorkshopShown> = {
  field: 'workshops',
  table: 'guidance.workshop',
  order: { starts_at: 'timestamptz', id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from guidance.workshop ${rows}`,
  keyOf: ({ starts_at, id }) => [starts_at.toISOString(), id],
  nodeOf: shown,
};

/** Places of a workshop that somebody has. */
const HELD = `select from guidance.booking b join guidance.booked_place p using (workshop_id, place)
  where b.workshop_id = workshop.id and p.given_up_at is null`;

/** Makes conditions of a filter, for the caller and the moment of an operation. */
export function narrowWorkshops(
  { upcoming = null, bookedByMe = null }: WorkshopFilter,
  { clock, identity }: OperationContext,
): Narrow {
  return (conditions) => {
    if (upcoming !== null)
      conditions.add(`(starts_at > ${conditions.bind(clock.now(), 'timestamptz')}) = ${upcoming}`);
    if (bookedByMe !== null)
      conditions.add(
        `exists (${HELD} and b.subject = ${conditions.bind(identity.subject, 'text')}) = ${bookedByMe}`,
      );
  };
}

/** One workshop; null where there is none. */
export async function readWorkshop(transaction: Transaction, id: string): Promise<WorkshopRow | null> {
  const rows = await transaction.query<WorkshopRow>('select * from guidance.workshop where id = $1', [id]);
  return rows[0] ?? null;
}

/** As `readWorkshop`; others who change it or book it wait for this transaction. */
export async function lockWorkshop(transaction: Transaction, id: string): Promise<WorkshopRow | null> {
  await lockName(transaction, `guidance.workshop/${id}`);
  return readWorkshop(transaction, id);
}

/** Whether a workshop has begun by now. */
export const hasBegun = ({ starts_at }: WorkshopRow, { clock }: Pick<OperationContext, 'clock'>): boolean =>
  starts_at <= clock.now();
