import type { Calendar, DayOff } from '../../../domain/calendar/working-days';
import type { Refused } from '../words/refusals';

const MOST_NAME = 100;
const MOST_REASON = 1_000;

const isUsable = (text: string, most: number): boolean => text.trim() !== '' && text.trim().length <= most;

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
export const nameUnusable = (name: string): Refused<'HolidayNameUnusable'> | null =>
  isUsable(name, MOST_NAME)
    ? null
    : {
        __typename: 'HolidayNameUnusable',
        code: 'HOLIDAY_NAME_UNUSABLE',
        message: `A holiday's name, and its note, have 1 to ${MOST_NAME} characters besides spaces.`,
      };

/** Null for a reason that can be kept. */
export const reasonUnusable = (reason: string): Refused<'ReasonUnusable'> | null =>
  isUsable(reason, MOST_REASON)
    ? null
    : {
        __typename: 'ReasonUnusable',
        code: 'REASON_UNUSABLE',
        message: `Say why in 1 to ${MOST_REASON} characters besides spaces: whoever asks later will want to know.`,
      };
