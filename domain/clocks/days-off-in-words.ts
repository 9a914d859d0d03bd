import { type Day, weekday } from '../calendar/day';
import type { Calendar, DayOff } from '../calendar/working-days';

const SATURDAY = 6;

/** Days off between two days that would be worked otherwise, in order; weekends are not listed. */
export const daysOffBetween = (
  calendar: Calendar,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly DayOff[] =>
  calendar.daysOff.filter(({ day }) => from < day && day < to && weekday(day) < SATURDAY);

/** Days off in words, those in a row that have one name together. */
export function daysOffInWords(daysOff: readonly DayOff[]): string {
  const runs: { readonly name: string; readonly from: Day; to: Day }[] = [];
  for (const { day, name } of daysOff) {
    const last = runs.at(-1);
    if (last?.name === name) last.to = day;
    else runs.push({ name, from: day, to: day });
  }
  return runs.map(({ name, from, to }) => `${name} (${from === to ? from : `${from} to ${to}`})`).join(', ');
}
