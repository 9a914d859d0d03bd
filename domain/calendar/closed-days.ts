import { addDays, type Day, weekday, yearOf } from './day';
import { type Calendar, createCalendar, type DayOff } from './working-days';

/** Days in a row on which a calendar is closed, both included: school holidays, by this name. */
export interface ClosedDays {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
}

/** What somebody decided on days in a row: that a calendar is closed on them, or that it is not. */
export interface ClosureChange extends ClosedDays {
  readonly isClosed: boolean;
}

const SATURDAY = 6;

/** What is closed after one more decision, in the order of the days; of two on one day the later holds. */
export function closedAfter(closed: readonly ClosedDays[], change: ClosureChange): ClosedDays[] {
  const { isClosed, ...days } = change;
  const rest = closed.flatMap((range) => without(range, days));
  return [...rest, ...(isClosed ? [days] : [])].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** What is left of closed days: before the ones that are taken out, and after them. */
function without(range: ClosedDays, { from, to }: Omit<ClosedDays, 'name'>): ClosedDays[] {
  if (range.to < from || range.from > to) return [range];
  return [
    ...(range.from < from ? [{ ...range, to: addDays(from, -1) }] : []),
    ...(range.to > to ? [{ ...range, from: addDays(to, 1) }] : []),
  ];
}

/** The closed days that have a day in common with these. */
export const closedWithin = (
  closed: readonly ClosedDays[],
  { from, to }: Omit<ClosedDays, 'name'>,
): ClosedDays[] => closed.filter((range) => range.from <= to && range.to >= from);

/** The calendar, closed on these days too. Weekends, days off and days outside it are passed over. */
export function closedCalendar(calendar: Calendar, closed: readonly ClosedDays[]): Calendar {
  const { firstDay, lastDay, daysOff } = calendar;
  const isOff = new Set(daysOff.map(({ day }) => day));
  const days = closed
    .flatMap(weekdaysOf)
    .filter(({ day }) => firstDay <= day && day <= lastDay && !isOff.has(day));
  if (days.length === 0) return calendar;
  return createCalendar({
    name: calendar.name,
    firstYear: yearOf(firstDay),
    lastYear: yearOf(lastDay),
    daysOff: [...daysOff, ...days],
  });
}

/** Monday to Friday of closed days, each by itself. */
export function weekdaysOf({ from, to, name }: ClosedDays): DayOff[] {
  const days: DayOff[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (weekday(day) < SATURDAY) days.push({ day, name });
  return days;
}
