import { changedCalendar } from '../calendar/changed-calendar';
import type { Day } from '../calendar/day';
import type { Calendar, DayOff } from '../calendar/working-days';
import { daysOffBetween, daysOffInWords } from './days-off-in-words';
import type { ClockCalendars, DeadlineStep } from './deadline';
import { type LimitAsked, type LimitDays, limitDay } from './limit-day';
import { calendarFor } from './span';
import { step } from './start-steps';

/** Which days are not counted on the way to a limit's day, and that holidays are not known where they would be. */
export function skippedSteps(
  { limit }: LimitAsked,
  { startsOn, originalDueOn, dueOn, isEstimated }: LimitDays,
  calendars: ClockCalendars,
): DeadlineStep[] {
  if (limit.within.unit === 'MONTH' || startsOn === null || originalDueOn === null) return [];
  const to = dueOn !== null && dueOn > originalDueOn ? dueOn : originalDueOn;
  const days = daysOffBetween(calendarFor(limit.within.unit, calendars), { from: startsOn, to });
  const text = `Not counted on the way: ${daysOffInWords(days)}.`;
  return [
    ...(days.length === 0 ? [] : [{ ...step('SKIPPED', null, text), days }]),
    ...(isEstimated
      ? [step('ESTIMATED', null, 'School holidays of that time are not known: its working days are counted.')]
      : []),
  ];
}

/** That a bank holiday or closed days were decided on besides what the calendar had, and moved a limit. */
export function calendarSteps(ask: LimitAsked, calendars: ClockCalendars): DeadlineStep[] {
  const unmoved = { ...ask, calendars: calendarsBefore(calendars) };
  const [was, is] = [limitDay(unmoved), limitDay({ ...ask, calendars: withoutHistory(calendars) })];
  if (was.dueOn === null || is.dueOn === null || was.dueOn === is.dueOn) return [];
  const between = {
    from: is.startsOn ?? ask.stage.receivedOn,
    to: is.dueOn > was.dueOn ? is.dueOn : was.dueOn,
  };
  const [added, taken] = [
    onlyIn(calendars.working, calendars.before, between),
    onlyIn(calendars.before, calendars.working, between),
  ];
  const told = [
    ...(added.length === 0 ? [] : [`${daysOffInWords(added)} was decided on later`]),
    ...(taken.length === 0 ? [] : [`${daysOffInWords(taken)} was taken back later`]),
  ].join(', and ');
  if (told === '') return [];
  const text = `The calendar changed: ${told}. Before that the last day was ${was.dueOn}.`;
  return [{ ...step('CALENDAR_CHANGED', was.dueOn, text), days: added }];
}

const withoutHistory = ({ asOf: _, ...calendars }: ClockCalendars): ClockCalendars => calendars;

/** What a limit was counted by before anybody decided on bank holidays; on school holidays it is always decided. */
function calendarsBefore({ working, school, before }: ClockCalendars): ClockCalendars {
  if (school === null) return { working: before, school, before };
  const usual = new Set(working.daysOff.map(({ day }) => day));
  const holidays = school.daysOff.filter(({ day }) => !usual.has(day));
  const closed = holidays.map((holiday) => ({ ...holiday, isKept: true }));
  return { working: before, school: changedCalendar(before, closed), before };
}

function onlyIn(one: Calendar, other: Calendar, between: { from: Day; to: Day }): readonly DayOff[] {
  const others = new Set(other.daysOff.map(({ day }) => day));
  return daysOffBetween(one, between).filter(({ day }) => !others.has(day));
}
