import { daysBetween, londonDayOf, londonMomentOf, toDay } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';

/** A moment as a clock in London showed it: "29 Nov 2026, 14:03". */
export function momentWords(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time.slice(0, 5)}`;
}

/** The day of a moment in London. */
export const dayOfMoment = (at: string): string => londonDayOf(new Date(at));

/** How long something has waited: "today", "1 day", "34 days". */
export function ageWords(since: string, now: Date): string {
  const days = daysBetween({ from: toDay(dayOfMoment(since)), to: londonDayOf(now) });
  if (days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
}
