import { badUserInput } from './errors';

/** Which texts are days: platform knows no calendar, so whoever asks hands its own over. */
export type IsDay<Day extends string> = (text: string) => text is Day;

/**
 * A day as the schema's scalar Date lets it through, which is as anything at all; null where none was given. Throws
 * BAD_USER_INPUT that names the argument.
 */
export function readDay<Day extends string>(argument: string, value: unknown, isDay: IsDay<Day>): Day | null {
  return value === null || value === undefined ? null : readGivenDay(argument, value, isDay);
}

/** As `readDay`, for an argument that may not be left out. Throws BAD_USER_INPUT where it was, too. */
export function readGivenDay<Day extends string>(argument: string, value: unknown, isDay: IsDay<Day>): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw badUserInput(
    `\`${argument}\` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.`,
  );
}

/** Whether a text is a day of the calendar as ISO 8601 writes it, in the years 1900 to 9999. */
export function isIsoDay(text: string): text is string {
  const midnight = /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return midnight !== null && !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
