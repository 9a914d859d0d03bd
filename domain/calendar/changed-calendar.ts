import { yearOf } from './day';
import { type Calendar, createCalendar, type DayOff } from './working-days';

/** What somebody decided on a day: that it is a holiday, by this name, or that it is none. The last decision on a day. */
export interface HolidayChange extends DayOff {
  readonly isKept: boolean;
}

/** The calendar with holidays that were added to it, and without those that were retracted. Days outside it are passed over. */
export function changedCalendar(calendar: Calendar, changes: readonly HolidayChange[]): Calendar {
  const { firstDay, lastDay } = calendar;
  const within = changes.filter(({ day }) => firstDay <= day && day <= lastDay);
  if (within.length === 0) return calendar;
  const changed = new Set(within.map(({ day }) => day));
  const kept = within.flatMap(({ isKept, ...dayOff }) => (isKept ? [dayOff] : []));
  return createCalendar({
    name: calendar.name,
    firstYear: yearOf(firstDay),
    lastYear: yearOf(lastDay),
    daysOff: [...calendar.daysOff.filter(({ day }) => !changed.has(day)), ...kept],
  });
}
