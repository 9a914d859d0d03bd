import { type Day, dayFromNumber, dayNumberOf, toDay, weekday } from './day';

/**
 * Which days are worked, for the years that the calendar knows. Every working day is listed in order beside a count
 * for each calendar day, so that adding any number of working days is one look-up.
 */
export interface Calendar {
  readonly name: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Every working day, in order. */
  readonly workingDays: readonly Day[];
  /** For each calendar day from `firstDay`: the number of working days up to it, itself included. */
  readonly workingDaysUpTo: Uint32Array;
}

const SATURDAY = 6;

/**
 * A calendar that works Monday to Friday but on the days given. Both years are included. Throws a RangeError where the
 * years run backwards or a day off lies outside them: a calendar with a hole in its data would give wrong due dates.
 */
export function createCalendar(parts: {
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly daysOff: readonly Day[];
}): Calendar {
  const firstDay = toDay(`${parts.firstYear}-01-01`);
  const lastDay = toDay(`${parts.lastYear}-12-31`);
  if (lastDay < firstDay) throw new RangeError(`The calendar "${parts.name}" ends before it begins.`);
  const daysOff = new Set(parts.daysOff);
  for (const day of daysOff) {
    if (day < firstDay || day > lastDay)
      throw new RangeError(`The calendar "${parts.name}" does not reach ${day}: widen its years.`);
  }
  const first = dayNumberOf(firstDay);
  const workingDaysUpTo = new Uint32Array(dayNumberOf(lastDay) - first + 1);
  const workingDays: Day[] = [];
  for (let index = 0; index < workingDaysUpTo.length; index += 1) {
    const day = dayFromNumber(first + index);
    if (weekday(day) < SATURDAY && !daysOff.has(day)) workingDays.push(day);
    workingDaysUpTo[index] = workingDays.length;
  }
  return { name: parts.name, firstDay, lastDay, workingDays, workingDaysUpTo };
}
