import type { Day } from '../../domain/calendar/day';
import type { Transaction } from '../../platform/transaction/transaction';
import type { AbsenceRow } from './tables';

const MOST_SHOWN = 200;

/** Who is away on a day or later, the first first, as far as it is for the caller to see: 200 at most. */
export const readAbsences = (transaction: Transaction, schema: string, on: Day): Promise<AbsenceRow[]> =>
  transaction.query<AbsenceRow>(
    `select * from "${schema}".absence where ended_at is null and to_day >= $1 order by from_day, subject, id limit ${MOST_SHOWN}`,
    [on],
  );

/** The absence of each of these people that holds on a day; of several of one person, the one recorded last. */
export async function absencesOn(
  transaction: Transaction,
  schema: string,
  { subjects, on }: { readonly subjects: readonly string[]; readonly on: Day },
): Promise<ReadonlyMap<string, AbsenceRow>> {
  const rows = await transaction.query<AbsenceRow>(
    `select distinct on (subject) * from "${schema}".absence
     where ended_at is null and subject = any($1) and $2::date between from_day and to_day
     order by subject, recorded_at desc, id`,
    [subjects, on],
  );
  return new Map(rows.map((row) => [row.subject, row]));
}

/** For whom somebody stands in on a day. */
export async function standsInFor(
  transaction: Transaction,
  schema: string,
  { subject, on }: { readonly subject: string; readonly on: Day },
): Promise<string[]> {
  const rows = await transaction.query<{ subject: string }>(
    `select distinct subject from "${schema}".absence
     where ended_at is null and stands_in = $1 and $2::date between from_day and to_day order by subject`,
    [subject, on],
  );
  return rows.map((row) => row.subject);
}
