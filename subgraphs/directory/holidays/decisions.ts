import { englandAndWales } from '../../../domain/calendar/bank-holidays';
import { changedCalendar, type HolidayChange } from '../../../domain/calendar/changed-calendar';
import type { Day } from '../../../domain/calendar/day';
import type { DayOff } from '../../../domain/calendar/working-days';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

/** One decision on a day; the one with the highest version holds. */
export interface HolidayDecision {
  readonly day: Day;
  readonly version: number;
  readonly name: string;
  readonly note: string | null;
  readonly is_kept: boolean;
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: Date;
}

/** The last decision on a day. Others who decide on it wait for this transaction. */
export async function lastDecision(transaction: Transaction, day: Day): Promise<HolidayDecision | null> {
  await lockName(transaction, `directory.bank_holiday/${day}`);
  const rows = await transaction.query<HolidayDecision>(
    'select * from directory.bank_holiday_decision where day = $1 order by version desc limit 1',
    [day],
  );
  return rows[0] ?? null;
}

/** Keeps a decision. */
export async function keepHolidayDecision(
  transaction: Transaction,
  { day, version, name, note, is_kept, reason, decided_by, decided_at }: HolidayDecision,
): Promise<void> {
  await transaction.query(
    `insert into directory.bank_holiday_decision
       (day, version, name, note, is_kept, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [day, version, name, note, is_kept, reason, decided_by, decided_at],
  );
}

/** The bank holidays as they are now: those of the law as the product knows it, with what was decided since. */
export async function holidaysInForce(transaction: Transaction): Promise<readonly DayOff[]> {
  const decided = await transaction.query<Omit<HolidayDecision, 'reason' | 'decided_by' | 'decided_at'>>(
    `select distinct on (day) day, version, name, note, is_kept from directory.bank_holiday_decision
     order by day, version desc`,
  );
  return changedCalendar(englandAndWales, decided.map(changeOf)).daysOff;
}

/** A decision as its event says it. */
export const changeOf = ({
  day,
  name,
  note,
  is_kept,
}: Pick<HolidayDecision, 'day' | 'name' | 'note' | 'is_kept'>): HolidayChange => ({
  ...{ day, name, isKept: is_kept },
  ...(note === null ? {} : { note }),
});
