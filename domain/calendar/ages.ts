import { addDays, type Day, FIRST_DAY } from './day';
import type { Period } from './financial-year';
import type { Calendar } from './working-days';

/** How old something is, in whole working days, both ends included; without `to`, that old and older. */
export interface AgeRange {
  readonly from: number;
  readonly to: number | null;
}

/**
 * The days on which that came which is so old on a day: its age is the working days from the day that it came (0), as
 * `workingDaysBetween` counts them. What came before the calendar's first day is only known to be at least as old as that.
 * Null where the calendar does not know the day, and where nothing can be so old.
 */
export function daysOfAge({
  on,
  ages: { from, to },
  calendar,
}: {
  readonly on: Day;
  readonly ages: AgeRange;
  readonly calendar: Calendar;
}): Period | null {
  const { firstDay, lastDay, workingDays } = calendar;
  if (on < firstDay || on > lastDay) return null;
  const worked = countUpTo(workingDays, on);
  if (worked < from) return null;
  const next = workingDays[worked - from];
  return {
    from: to === null ? FIRST_DAY : (workingDays[worked - to - 1] ?? firstDay),
    // A younger one came on the next working day or later.
    to: from === 0 || next === undefined ? on : addDays(next, -1),
  };
}

/** How many of some days in order are not after a day. */
function countUpTo(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
