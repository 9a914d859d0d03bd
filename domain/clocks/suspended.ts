import { addDays, type Day, daysBetween } from '../calendar/day';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days';
import type { Suspension } from '../procedure/case-state';
import type { LimitRule } from '../procedure/stage-version';
import type { ClockCalendars } from './deadline';
import { calendarFor } from './span';

/** A time for which a clock stood still: from the day after `from` to `to`, both included; `to` null while it does. */
export type Standstill = Pick<Suspension, 'from' | 'to'>;

/** The times for which a limit's clock stood still, in order, those that touch made one. */
export function standstillsOf(
  limit: Pick<LimitRule, 'pausedBy'>,
  suspensions: readonly Suspension[],
): readonly Standstill[] {
  const inOrder = suspensions
    .filter(({ ground }) => limit.pausedBy.includes(ground))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const joined: Standstill[] = [];
  for (const { from, to } of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && last.to < from)) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: later(last.to, to) };
  }
  return joined;
}

const later = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? null : one < other ? other : one;

/**
 * A day, later by what a clock stood still before it. The day of a suspension is counted still, and the day on which it
 * ended is not: like a day of receipt, it is day 0. Days count as the limit's own unit does, and by months as days of the
 * calendar. `STANDING` while the clock stands still; null where the calendar does not reach it.
 */
export function afterStandstills(ask: {
  readonly day: Day;
  /** When the clock began to run towards the day: what stood still before it took nothing of it. */
  readonly since: Day;
  readonly standstills: readonly Standstill[];
  readonly unit: LimitRule['within']['unit'];
  readonly calendars: ClockCalendars;
}): Day | 'STANDING' | null {
  let { day } = ask;
  for (const standstill of ask.standstills) {
    const from = standstill.from < ask.since ? ask.since : standstill.from;
    if (from >= day) continue;
    if (standstill.to === null) return 'STANDING';
    if (standstill.to <= from) continue;
    const moved = movedBy({ ...ask, day, from, to: standstill.to });
    if (moved === null) return null;
    day = moved;
  }
  return day;
}

function movedBy(ask: {
  readonly day: Day;
  readonly from: Day;
  readonly to: Day;
  readonly unit: LimitRule['within']['unit'];
  readonly calendars: ClockCalendars;
}): Day | null {
  const { day, from, to } = ask;
  if (ask.unit === 'MONTH') return addDays(day, daysBetween({ from, to }));
  const calendar = calendarFor(ask.unit, ask.calendars);
  const count = workingDaysBetween({ from, to, calendar });
  return count === null ? null : addWorkingDays({ from: day, count, calendar });
}
