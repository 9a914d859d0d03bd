import { changedCalendar } from '../../domain/calendar/changed-calendar';
import { closedCalendar } from '../../domain/calendar/closed-days';
import type { Day } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { Transaction } from '../../platform/transaction/transaction';
import type { StreamDefinition } from '../stream/definition';
import type { DecidedAsOf, DecidedDays } from './calendar-history';

/** A stream by what its clocks are counted by. */
export type Clocked = Pick<StreamDefinition, 'name' | 'calendar' | 'liveProcedure'>;

interface Decided extends DecidedDays {
  readonly history: readonly DecidedAsOf[];
}

/**
 * The calendars by which a stream's limits are counted: as decided now, as decided by the end of any day, and before anybody
 * decided. In a stream that counts school days, closed days are those of schools, and its working days go on.
 */
export async function readClockCalendars(transaction: Transaction, stream: Clocked): Promise<ClockCalendars> {
  const { name: schema, calendar } = stream;
  const [decided] = await transaction.query<Decided>(
    `select (select coalesce(json_agg(change order by day), '[]') from "${schema}".bank_holiday) as changes,
       coalesce((select closed from "${schema}".closed_days), '[]') as closed,
       (select coalesce(json_agg(json_build_object('from', as_of::text, 'changes', changes, 'closed', closed)
          order by as_of), '[]') from "${schema}".calendar_history) as history`,
    [],
    { isRepeated: true },
  );
  const isUntouched = decided === undefined || decided.history.length === 0;
  if (isUntouched) return { working: calendar, school: null, before: calendar };
  return madeOnce(stream, decided);
}

/** For imported stages, which are counted in the working days of their system: closed days count as its own. */
export function importedCalendars({ working, school, before, asOf }: ClockCalendars): ClockCalendars {
  const own = { working: school ?? working, school: null, before };
  return asOf === undefined ? own : { ...own, asOf: (day) => importedCalendars(asOf(day)) };
}

/** The last that was made for each stream: every question asks, and the answer changes once in months. */
const made = new WeakMap<Calendar, Map<string, { readonly key: string; readonly clocks: ClockCalendars }>>();

function madeOnce(stream: Clocked, decided: Decided): ClockCalendars {
  const key = JSON.stringify(decided);
  const ofBase = made.get(stream.calendar) ?? new Map<string, { key: string; clocks: ClockCalendars }>();
  made.set(stream.calendar, ofBase);
  const last = ofBase.get(stream.name);
  if (last?.key === key) return last.clocks;
  const clocks = { ...clocksBy(stream, decided), asOf: pastOf(stream, decided.history) };
  ofBase.set(stream.name, { key, clocks });
  return clocks;
}

function clocksBy(
  { calendar, liveProcedure }: Clocked,
  { changes, closed }: DecidedDays,
): Omit<ClockCalendars, 'asOf'> {
  const changed = changedCalendar(calendar, changes);
  const all = closedCalendar(changed, closed);
  const countsSchoolDays = liveProcedure.stages.some(({ limits }) =>
    limits.some(({ within }) => within.unit === 'SCHOOL_DAY'),
  );
  if (!countsSchoolDays) return { working: all, school: null, before: calendar };
  return { working: changed, school: closed.length === 0 ? null : all, before: calendar };
}

function pastOf(stream: Clocked, history: readonly DecidedAsOf[]): (day: Day) => ClockCalendars {
  const past = new Map<DecidedAsOf | undefined, ClockCalendars>();
  return (day) => {
    const then = history.findLast(({ from }) => from <= day);
    const known = past.get(then) ?? clocksBy(stream, then ?? { changes: [], closed: [] });
    past.set(then, known);
    return known;
  };
}
