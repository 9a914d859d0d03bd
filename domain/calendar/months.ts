import { addDays, type Day, dayOf, dayOfMonthOf, daysInMonth, monthNumberOf, toDay, yearOf } from './day';

/** The last day of the month that a day is in. */
export function lastDayOfMonth(day: Day): Day {
  const length = daysInMonth({ year: yearOf(day), month: monthNumberOf(day) });
  return toDay(`${day.slice(0, 8)}${length}`);
}

/**
 * The last day of a period of calendar months that begins with `from`: the day before the corresponding date so many
 * months on, or the last day of that month where it has no such date. So six months from 31 August end on 28 (or 29)
 * February. The adults' backstop is such a period (SI 2009/309 regulation 14; SI 2012/3094 regulation 29). Null where
 * the calendar ends before that month does.
 */
export function endOfMonths({ from, months }: { readonly from: Day; readonly months: number }): Day | null {
  const monthsSinceYearZero = yearOf(from) * 12 + monthNumberOf(from) - 1 + months;
  const year = Math.floor(monthsSinceYearZero / 12);
  const month = (monthsSinceYearZero % 12) + 1;
  const corresponding = dayOf({ year, month, dayOfMonth: dayOfMonthOf(from) });
  if (corresponding !== null) return addDays(corresponding, -1);
  const firstOfMonth = dayOf({ year, month, dayOfMonth: 1 });
  return firstOfMonth && lastDayOfMonth(firstOfMonth);
}

/** The months that a range of days touches, each as its first day. */
export function monthsOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] {
  const months: Day[] = [];
  for (let month = toDay(`${from.slice(0, 8)}01`); month <= to; month = addDays(lastDayOfMonth(month), 1)) {
    months.push(month);
    // The calendar ends with a month.
    if (lastDayOfMonth(month) >= to) break;
  }
  return months;
}
