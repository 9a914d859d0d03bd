import type { Calendar, DayOff } from '../../../domain/calendar/working-days';
import type { Refused } from '../../../platform/server/refusal';

const MOST_NAME = 100;

export const alreadyABankHoliday = ({ day, name }: DayOff): Refused<'AlreadyABankHoliday'> => ({
  __typename: 'AlreadyABankHoliday',
  code: 'ALREADY_A_BANK_HOLIDAY',
  message: `${day} is a bank holiday already, “${name}”. To give it another name, retract it first.`,
});

export const notABankHoliday = (day: string): Refused<'NotABankHoliday'> => ({
  __typename: 'NotABankHoliday',
  code: 'NOT_A_BANK_HOLIDAY',
  message: `${day} is no bank holiday, so there is nothing to retract. \`bankHolidays\` lists them.`,
});

export const notWorkedAnyway = (day: string): Refused<'NotWorkedAnyway'> => ({
  __typename: 'NotWorkedAnyway',
  code: 'NOT_WORKED_ANYWAY',
  message: `${day} is at a weekend, and not worked anyway. Add its substitute day, where there is one.`,
});

export const outsideCalendar = (
  day: string,
  { firstDay, lastDay }: Calendar,
): Refused<'OutsideCalendar'> => ({
  __typename: 'OutsideCalendar',
  code: 'OUTSIDE_CALENDAR',
  message: `${day} is outside of the years for which working days are known: ${firstDay} to ${lastDay}.`,
});

/** Null for a name that can be kept. */
export function nameUnusable(name: string): Refused<'HolidayNameUnusable'> | null {
  const length = name.trim().length;
  if (length > 0 && length <= MOST_NAME) return null;
  return {
    __typename: 'HolidayNameUnusable',
    code: 'HOLIDAY_NAME_UNUSABLE',
    message: `A holiday's name, and its note, have 1 to ${MOST_NAME} characters besides spaces.`,
  };
}
