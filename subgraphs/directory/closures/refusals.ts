import { CALENDARS, type StreamCalendar } from '../../../domain/calendar/calendars';
import type { ClosedDays } from '../../../domain/calendar/closed-days';
import { daysBetween } from '../../../domain/calendar/day';
import type { DayOff } from '../../../domain/calendar/working-days';
import type { Refused } from '../../../platform/server/refusal';

/** The summer holidays of schools have six weeks; three months and more are a slip of the keyboard. */
const MOST_DAYS = 92;

export type CalendarRefused = Refused<'UnknownCalendar'> | Refused<'WorkingDaysSetByLaw'>;
export type RangeRefused = Refused<'RangeBackwards'> | Refused<'RangeTooLong'>;

/** Null for a calendar that may be closed on further days. */
export function calendarUnusable(id: string): CalendarRefused | null {
  const calendar = CALENDARS.find((each) => each.id === id);
  if (calendar === undefined) return unknownCalendar(id);
  return calendar.setBy === null ? null : setByLaw(calendar, calendar.setBy);
}

const unknownCalendar = (id: string): Refused<'UnknownCalendar'> => ({
  __typename: 'UnknownCalendar',
  code: 'UNKNOWN_CALENDAR',
  message: `There is no calendar “${id}”. Take one that \`calendars\` lists: ${CALENDARS.map((each) => each.id).join(', ')}.`,
});

const setByLaw = ({ name }: StreamCalendar, law: string): Refused<'WorkingDaysSetByLaw'> => ({
  __typename: 'WorkingDaysSetByLaw',
  code: 'WORKING_DAYS_SET_BY_LAW',
  message: `${name} count the working days of ${law}: a day on which the council is closed is one of them.`,
});

/** Null for days in a row that can be closed at once. */
export function rangeUnusable({ from, to }: Omit<ClosedDays, 'name'>): RangeRefused | null {
  if (to < from)
    return {
      __typename: 'RangeBackwards',
      code: 'RANGE_BACKWARDS',
      message: `The last day, ${to}, is before the first, ${from}.`,
    };
  if (daysBetween({ from, to }) < MOST_DAYS) return null;
  return {
    __typename: 'RangeTooLong',
    code: 'RANGE_TOO_LONG',
    message: `${from} to ${to} are more than ${MOST_DAYS} days. Give each holiday by itself.`,
  };
}

export const alreadyClosed = ({ from, to, name }: ClosedDays): Refused<'AlreadyClosed'> => ({
  __typename: 'AlreadyClosed',
  code: 'ALREADY_CLOSED',
  message: `${spanOf({ from, to })} is closed already, “${name}”. Give the days beside it, or take it back first.`,
});

export const notClosed = (days: Omit<ClosedDays, 'name'>): Refused<'NotClosed'> => ({
  __typename: 'NotClosed',
  code: 'NOT_CLOSED',
  message: `The calendar is closed on no day of ${spanOf(days)}, so there is nothing to take back. \`closedDays\` lists them.`,
});

export const bankHolidayAnyway = ({ day, name }: DayOff): Refused<'AlreadyABankHoliday'> => ({
  __typename: 'AlreadyABankHoliday',
  code: 'ALREADY_A_BANK_HOLIDAY',
  message: `${day} is a bank holiday already, “${name}”, and worked in no calendar.`,
});

const spanOf = ({ from, to }: Omit<ClosedDays, 'name'>): string => (from === to ? from : `${from} to ${to}`);
