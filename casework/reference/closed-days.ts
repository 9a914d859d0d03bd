import type { QueryRunner } from 'typeorm';
import type { ClosuresChanged } from '../../contracts/events/closures-changed';
import { londonDayOf } from '../../domain/calendar/day';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import { quotedLogin } from '../../platform/postgres/names';
import type { Transaction } from '../../platform/transaction/transaction';
import { keepCalendarAsOf } from './calendar-history';

/** Makes a schema's copy of the days on which its calendar is closed: one row. Reference data: it leads to no record. */
export async function createClosedDaysTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".closed_days (
      calendar text not null constraint closed_days_pkey primary key,
      version bigint not null,
      closed jsonb not null,
      constraint own_calendar check (calendar = '${schema}')
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".closed_days to ${await quotedLogin(runner, schema)}`,
  );
}

/** Keeps what directory published of the stream's own calendar. Whether it was new: what comes again, or late, changes nothing. */
export async function keepClosedDays(
  transaction: Transaction,
  schema: string,
  { version, at, payload: { calendar, closed, decidedOn } }: PlacedEvent<ClosuresChanged>,
): Promise<boolean> {
  const rows = await transaction.query(
    `insert into "${schema}".closed_days as held (calendar, version, closed) values ($1, $2, $3::jsonb)
     on conflict (calendar) do update set version = excluded.version, closed = excluded.closed
     where excluded.version > held.version
     returning calendar`,
    [calendar, version, JSON.stringify(closed)],
  );
  if (rows.length > 0) await keepCalendarAsOf(transaction, schema, decidedOn ?? londonDayOf(at));
  return rows.length > 0;
}
