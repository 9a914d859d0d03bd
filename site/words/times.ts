import { type Day, weekday } from '../../domain/calendar/day';
import { dayWords } from '../../domain/figures/days';

/** The days of a week, Monday first. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const NOON = 12;

/** "Thursday 10 December 2026". */
export const weekdayWords = (day: Day): string => `${weekdayNames[weekday(day) - 1]} ${dayWords(day)}`;

/** A time of a clock (`HH:MM:SS`) as "9:30am", "2pm", "midday". */
export function timeWords(time: string): string {
  const [hour, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  if (minutes === '00' && hour % NOON === 0) return hour === 0 ? 'midnight' : 'midday';
  const half = hour < NOON ? 'am' : 'pm';
  return `${hour % NOON || NOON}${minutes === '00' ? '' : `:${minutes}`}${half}`;
}
