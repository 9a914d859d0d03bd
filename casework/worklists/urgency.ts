import { compareDays, type Day } from '../../domain/calendar/day';
import { addWorkingDays, type Calendar, workingDaysBetween } from '../../domain/calendar/working-days';
import type { WaitsFor } from '../../domain/procedure/events';
import { badUserInput } from '../../platform/server/errors';

/** How urgent work is, the most urgent first. */
export type Urgency = 'OVERDUE' | 'DUE_TODAY' | 'DUE_SOON' | 'LATER' | 'WAITING' | 'NO_DAY';

/** For whom work waits that nobody here can go on with. */
export const OTHERS: readonly WaitsFor[] = ['COMPLAINANT', 'INVESTIGATOR', 'PANEL', 'OTHERS'];

/** The days by which urgency is told. */
export interface UrgencyDays {
  readonly today: Day;
  /** The last day on which what is due is due soon. */
  readonly soonUntil: Day;
}

const MOST_DAYS = 60;

/** The days by which urgency is told, so many working days ahead. Throws BAD_USER_INPUT for none or more than 60, and past the calendar. */
export function urgencyDays(ask: {
  readonly today: Day;
  readonly withinWorkingDays: number;
  readonly calendar: Calendar;
}): UrgencyDays {
  const { today, withinWorkingDays: count, calendar } = ask;
  if (count < 1 || count > MOST_DAYS)
    throw badUserInput(`\`withinWorkingDays\` is ${count}: give 1 to ${MOST_DAYS}.`);
  const soonUntil = addWorkingDays({ from: today, count, calendar });
  if (soonUntil === null)
    throw badUserInput('`withinWorkingDays` leads past the years that the calendar knows.');
  return { today, soonUntil };
}

/** How urgent a piece of work is; a day that is over counts whoever it waits for. */
export function urgencyOf({
  dueOn,
  waitsFor,
  today,
  soonUntil,
}: UrgencyDays & { readonly dueOn: Day | null; readonly waitsFor: WaitsFor }): Urgency {
  if (dueOn === null) return OTHERS.includes(waitsFor) ? 'WAITING' : 'NO_DAY';
  const toToday = compareDays(dueOn, today);
  if (toToday < 0) return 'OVERDUE';
  if (toToday === 0) return 'DUE_TODAY';
  return compareDays(dueOn, soonUntil) <= 0 ? 'DUE_SOON' : 'LATER';
}

/** Working days until a day, negative once it is over; null without one, and where the calendar does not know it. */
export const workingDaysLeft = (ask: {
  readonly dueOn: Day | null;
  readonly today: Day;
  readonly calendar: Calendar;
}): number | null =>
  ask.dueOn === null ? null : workingDaysBetween({ from: ask.today, to: ask.dueOn, calendar: ask.calendar });
