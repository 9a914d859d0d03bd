import type { QueryRunner } from 'typeorm';
import { changedCalendar, type HolidayChange } from '../../domain/calendar/changed-calendar';
import type { Calendar } from '../../domain/calendar/working-days';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import { quotedLogin } from '../../platform/postgres/names';
import type { Transaction } from '../../platform/transaction/transaction';
import type { StreamDefinition } from '../stream/definition';

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

/** Keeps what directory published; a decision that comes again, or late, does no harm. */
export async function keepBankHolidays(
  transaction: Transaction,
  schema: string,
  events: readonly PlacedEvent<HolidayChange>[],
): Promise<void> {
  for (const { version, payload } of events) {
    await transaction.query(
      `insert into "${schema}".bank_holiday as held (day, version, change) values ($1, $2, $3::jsonb)
       on conflict (day) do update set version = excluded.version, change = excluded.change
       where excluded.version > held.version`,
      [payload.day, version, JSON.stringify(payload)],
    );
  }
}

/**
 * The stream's calendar, with the holidays that people added and without those that they retracted. Whoever dates stages
 * by it holds the words first (`holdMappedWords`): until that transaction ends, no bank holiday changes here.
 */
export async function readCalendar(
  transaction: Transaction,
  { name: schema, calendar }: Pick<StreamDefinition, 'name' | 'calendar'>,
): Promise<Calendar> {
  const rows = await transaction.query<{ change: HolidayChange }>(
    `select change from "${schema}".bank_holiday order by day`,
  );
  const changes = rows.map(({ change }) => change);
  return rows.length === 0 ? calendar : changedOnce(calendar, changes);
}

/** The last that was worked out of each calendar: every batch of a load asks, and the answer changes once in years. */
const known = new WeakMap<Calendar, { readonly key: string; readonly calendar: Calendar }>();

function changedOnce(calendar: Calendar, changes: readonly HolidayChange[]): Calendar {
  const key = JSON.stringify(changes);
  const last = known.get(calendar);
  if (last?.key === key) return last.calendar;
  const changed = changedCalendar(calendar, changes);
  known.set(calendar, { key, calendar: changed });
  return changed;
}
