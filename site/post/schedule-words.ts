import { londonMomentOf } from '../../domain/calendar/day';
import { timeWords, weekdayNames, weekdayWords } from '../words/times';
import type { Rhythm, Schedule } from './schedule';

/** More than any month has beside its last day: it stands for the last day. */
export const LAST_DAY_OF_MONTH = 31;
const MOST_DAYS = 28;

/** Each rhythm with what it is called. */
export const RHYTHM_NAMES: Readonly<Record<Rhythm, string>> = {
  WEEK: 'Every week',
  MONTH: 'Every month',
  QUARTER: 'Every quarter',
};

/** "every Monday", "on the 5th of each month", "on the last day of the first month of each quarter". */
export function scheduleWords({ every, onDay }: Schedule): string {
  if (every === 'WEEK') return `every ${weekdayNames[onDay - 1] ?? ''}`;
  const day = onDay > MOST_DAYS ? 'last day' : ordinal(onDay);
  return every === 'MONTH' ? `on the ${day} of each month` : `on the ${day} of each first month of a quarter`;
}

/** The days of a week that can be chosen. */
export const WEEKDAY_CHOICES = weekdayNames.map((text, index) => ({ value: String(index + 1), text }));

/** The days of a month that can be chosen: those that every month has, and its last. */
export const MONTH_DAY_CHOICES = [
  ...Array.from({ length: MOST_DAYS }, (_, index) => ({
    value: String(index + 1),
    text: ordinal(index + 1),
  })),
  { value: String(LAST_DAY_OF_MONTH), text: 'last day' },
];

/** A moment as "Monday 7 June 2027 at 8am". */
export function momentWords(moment: Date): string {
  const shown = londonMomentOf(moment);
  return shown === null ? '' : `${weekdayWords(shown.day)} at ${timeWords(shown.time)}`;
}

function ordinal(day: number): string {
  const tens = Math.floor(day / 10);
  const ending = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}
