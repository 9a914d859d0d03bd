import { badUserInput } from './errors';
import { isIsoDay } from './read-day';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment as the schema's scalar DateTime lets it through, which is as anything at all: in UTC, to the millisecond; null
 * where none was given. Throws BAD_USER_INPUT that names the argument. A time without its distance from UTC is refused:
 * what it means would hang on where the machine stands.
 */
export function readMoment(argument: string, value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && MOMENT.test(value) && isIsoDay(value.slice(0, 'YYYY-MM-DD'.length))) {
    const moment = new Date(value);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  throw badUserInput(
    `\`${argument}\` is no moment: write it in ISO 8601 with its distance from UTC, for example 2021-04-01T08:30:00Z.`,
  );
}
