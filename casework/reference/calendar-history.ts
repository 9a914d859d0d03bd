import type { QueryRunner } from 'typeorm';
import type { HolidayChange } from '../../domain/calendar/changed-calendar';
import type { ClosedDays } from '../../domain/calendar/closed-days';
import type { Day } from '../../domain/calendar/day';
import { quotedLogin } from '../../platform/postgres/names';
import type { Transaction } from '../../platform/transaction/transaction';

/** What people had decided on a stream's calendar. */
export interface DecidedDays {
  readonly changes: readonly HolidayChange[];
  readonly closed: readonly ClosedDays[];
}

/** What had been decided by the end of a day, and held until the next of them. */
export interface DecidedAsOf extends DecidedDays {
  readonly from: Day;
}

const decidedNow = (schema: string): string =>
  `(select coalesce(jsonb_agg(change order by day), '[]') from "${schema}".bank_holiday),
   coalesce((select closed from "${schema}".closed_days), '[]')`;

/**
 * Makes what a stream keeps of its calendar's past: what was met or ended is judged by the calendar of then. What was decided
 * before is kept as having held always. Reference data: it leads to no record.
 */
export async function createCalendarHistoryTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".calendar_history (
      as_of date not null constraint calendar_history_pkey primary key,
      changes jsonb not null,
      closed jsonb not null
    )`);
  await runner.query(
    `insert into "${schema}".calendar_history (as_of, changes, closed)
     select '1900-01-01', held.* from (select ${decidedNow(schema)}) as held (changes, closed)
     where held.changes <> '[]' or held.closed <> '[]'`,
  );
  await runner.query(
    `grant select, insert, update, delete on "${schema}".calendar_history to ${await quotedLogin(runner, schema)}`,
  );
  await runner.query(
    `create trigger note_change after insert or update or delete or truncate on "${schema}".calendar_history
     for each statement execute function "${schema}".note_change()`,
  );
}

/**
 * Keeps what is decided on the calendar now as what had been decided by the end of a day, and of each later one: two may decide
 * about midnight, and the one who began first be the last to be heard of.
 */
export async function keepCalendarAsOf(transaction: Transaction, schema: string, day: Day): Promise<void> {
  await transaction.query(`delete from "${schema}".calendar_history where as_of > $1`, [day]);
  await transaction.query(
    `insert into "${schema}".calendar_history (as_of, changes, closed) select $1, ${decidedNow(schema)}
     on conflict (as_of) do update set changes = excluded.changes, closed = excluded.closed`,
    [day],
  );
}
