import { addDays, type Day, monthNumberOf, yearOf } from '../calendar/day';
import { endOfMonths } from '../calendar/months';
import { addWorkingDays, type Calendar } from '../calendar/working-days';
import type { Span } from '../procedure/stage-version';
import type { ClockCalendars } from './deadline';

const SEPTEMBER = 9;

/** The calendar that a span in days is counted by: of schools only for school days, and only where there is one. */
export const calendarFor = (unit: Span['unit'], { working, school }: ClockCalendars): Calendar =>
  unit === 'SCHOOL_DAY' ? (school ?? working) : working;

/**
 * The last day of a span. Days are counted from the day after `from`; months begin with `from` itself, which is included.
 * Null where the calendar does not reach it.
 */
export function endOfSpan(sum: {
  readonly from: Day;
  readonly span: Span;
  readonly calendars: ClockCalendars;
}): Day | null {
  const { from, span, calendars } = sum;
  if (span.unit === 'MONTH') return endOfMonths({ from, months: span.count });
  return addWorkingDays({ from, count: span.count, calendar: calendarFor(span.unit, calendars) });
}

/** The last day of a span that goes on from the end of another: a month more begins on the day after it. */
export const endOfFurther = (sum: Parameters<typeof endOfSpan>[0]): Day | null =>
  endOfSpan(sum.span.unit === 'MONTH' ? { ...sum, from: addDays(sum.from, 1) } : sum);

/** The calendar year in which the school year of a day began: it runs from September to August. */
const schoolYearOf = (day: Day): number => yearOf(day) - (monthNumberOf(day) < SEPTEMBER ? 1 : 0);

/**
 * Whether school days between two days are counted without knowing on which days schools are closed: no holidays are
 * known at all, or none in one of the school years that the count touches.
 */
export function isEstimated(count: {
  readonly from: Day;
  readonly to: Day;
  readonly calendars: ClockCalendars;
}): boolean {
  const { working, school } = count.calendars;
  if (school === null) return true;
  const usual = new Set(working.daysOff.map(({ day }) => day));
  const known = new Set(school.daysOff.flatMap(({ day }) => (usual.has(day) ? [] : [schoolYearOf(day)])));
  for (let year = schoolYearOf(count.from); year <= schoolYearOf(count.to); year += 1)
    if (!known.has(year)) return true;
  return false;
}
