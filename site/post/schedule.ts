import {
  addDays,
  type Day,
  dayOf,
  daysInMonth,
  londonDayOf,
  monthNumberOf,
  weekday,
  yearOf,
} from '../../domain/calendar/day';
import { londonInstantOf } from '../../domain/calendar/london-instant';

/** How often a mail comes. */
export const RHYTHMS = ['WEEK', 'MONTH', 'QUARTER'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** When a mail comes. */
export interface Schedule {
  readonly every: Rhythm;
  /**
   * Of a week, its day, 1 (Monday) to 7. Of a month, or of the first month of a quarter, its day, 1 to 31: where the month is
   * shorter, its last.
   */
  readonly onDay: number;
}

/** The time on a London wall at which mails are due: no night in which clocks change touches it. */
export const DUE_TIME = '08:00';
/** Months in which a quarter of the financial year begins. */
const FIRST_MONTHS = [1, 4, 7, 10];
const MONTHS_OF_A_YEAR = 12;

/** The newest day on which a mail was due by `now`. Missed days have gone: what matters is the newest. */
export function lastDueDay(schedule: Schedule, now: Date): Day {
  const today = londonDayOf(now);
  const day = dueDayUntil(schedule, today);
  return momentOf(day) <= now ? day : dueDayUntil(schedule, addDays(day, -1));
}

/** The moment at which the next mail is due, after `now`. */
export function nextDue(schedule: Schedule, now: Date): Date {
  const last = lastDueDay(schedule, now);
  // A quarter has 92 days at most, and its first month may be a day longer than the one before: of days so far on, one is due.
  for (let days = 1; days <= LONGEST_STEP_DAYS; days += 1) {
    const day = addDays(last, days);
    if (dueDayUntil(schedule, day) === day) return momentOf(day);
  }
  throw new RangeError('No day of the calendar is due');
}

/** Longer than from any due day to the next. */
const LONGEST_STEP_DAYS = 100;

/** The newest due day that is not after `day`. */
function dueDayUntil({ every, onDay }: Schedule, day: Day): Day {
  if (every === 'WEEK') return addDays(day, -((weekday(day) - onDay + 7) % 7));
  for (let back = 0; back <= MONTHS_OF_A_YEAR; back += 1) {
    const { year, month } = monthBefore(day, back);
    const due = every === 'QUARTER' && !FIRST_MONTHS.includes(month) ? null : inMonth({ year, month, onDay });
    if (due !== null && due <= day) return due;
  }
  throw new RangeError('No day of the calendar was due');
}

function monthBefore(day: Day, back: number): { year: number; month: number } {
  const months = yearOf(day) * MONTHS_OF_A_YEAR + monthNumberOf(day) - 1 - back;
  return { year: Math.floor(months / MONTHS_OF_A_YEAR), month: (months % MONTHS_OF_A_YEAR) + 1 };
}

const inMonth = ({ year, month, onDay }: { year: number; month: number; onDay: number }): Day | null =>
  dayOf({ year, month, dayOfMonth: Math.min(onDay, daysInMonth({ year, month })) });

function momentOf(day: Day): Date {
  const moment = londonInstantOf({ day, time: DUE_TIME });
  if (moment === null) throw new RangeError('London has no 8 o’clock on that day');
  return moment;
}
