import type { QueryRunner } from 'typeorm';
import type { BankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { changedCalendar, type HolidayChange } from '../../domain/calendar/changed-calendar';
import { type ClosedDays, closedCalendar } from '../../domain/calendar/closed-days';
import { londonDayOf } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import { quotedLogin } from '../../platform/postgres/names';
import type { Transaction } from '../../platform/transaction/transaction';
import type { StreamDefinition } from '../stream/definition';
import { keepCalendarAsOf } from './calendar-history';

/** Makes a schema's copy of what was decided on bank holidays. Reference data: it leads to no record. */
export async function createBankHolidayTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".bank_holiday (
      day date not null constraint bank_holiday_pkey primary key,
      version bigint not null,
      change jsonb not null
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".bank_holiday to ${await quotedLogin(runner, schema)}`,
  );
}

/** Keeps what directory published, and as of when; a decision that comes again, or late, does no harm. */
export async function keepBankHolidays(
  transaction: Transaction,
  schema: string,
  events: readonly PlacedEvent<BankHolidayChanged>[],
): Promise<void> {
  for (const { version, payload, at } of events) {
    const { decidedOn, ...change } = payload;
    const kept = await transaction.query(
      `insert into "${schema}".bank_holiday as held (day, version, change) values ($1, $2, $3::jsonb)
       on conflict (day) do update set version = excluded.version, change = excluded.change
       where excluded.version > held.version
       returning day`,
      [change.day, version, JSON.stringify(change)],
    );
    if (kept.length > 0) await keepCalendarAsOf(transaction, schema, decidedOn ?? londonDayOf(at));
  }
}

/**
 * The stream's calendar, with the holidays that people added and without those that they retracted, closed on the days that
 * they closed it. Whoever dates stages by it holds the words first (`holdMappedWords`): until that transaction ends, nothing
 * of it changes here.
 */
export async function readCalendar(
  transaction: Transaction,
  { name: schema, calendar }: Pick<StreamDefinition, 'name' | 'calendar'>,
): Promise<Calendar> {
  const [decided] = await transaction.query<Decided>(
    `select (select coalesce(json_agg(change order by day), '[]') from "${schema}".bank_holiday) as changes,
       coalesce((select closed from "${schema}".closed_days), '[]') as closed`,
    [],
    { isRepeated: true },
  );
  if (decided === undefined || decided.changes.length + decided.closed.length === 0) return calendar;
  return changedOnce(calendar, { ...decided, schema });
}

interface Decided {
  readonly changes: readonly HolidayChange[];
  readonly closed: readonly ClosedDays[];
}

/** The last that was worked out for each stream: every batch of a load asks, and the answer changes once in months. */
const known = new WeakMap<Calendar, Map<string, { readonly key: string; readonly calendar: Calendar }>>();

function changedOnce(base: Calendar, { schema, changes, closed }: Decided & { schema: string }): Calendar {
  const key = JSON.stringify([changes, closed]);
  const ofBase = known.get(base) ?? new Map<string, { key: string; calendar: Calendar }>();
  known.set(base, ofBase);
  const last = ofBase.get(schema);
  if (last?.key === key) return last.calendar;
  const calendar = closedCalendar(changedCalendar(base, changes), closed);
  ofBase.set(schema, { key, calendar });
  return calendar;
}
