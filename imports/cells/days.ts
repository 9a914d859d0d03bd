import { type Day, FIRST_DAY, yearOf } from '../../domain/calendar/day';
import { readWrittenMoment } from './written-moment';

/** A cell with nothing in it but spaces. */
export interface BlankCell {
  readonly kind: 'blank';
}

/** A cell that says something, but no day of the calendar: a fault, never repaired by guessing. */
export interface UnreadableCell {
  readonly kind: 'unreadable';
}

/** What a cell of days says: the day in Europe/London. */
export type DayCell = BlankCell | UnreadableCell | { readonly kind: 'day'; readonly day: Day };

/**
 * What a cell of moments says. `at` is the wall clock in Europe/London, `YYYY-MM-DDTHH:MM:SS` and a fraction of a
 * second where one was written, so that two of them sort as text whatever form each was written in.
 */
export type MomentCell =
  | BlankCell
  | UnreadableCell
  | { readonly kind: 'moment'; readonly day: Day; readonly at: string };

const BLANK: BlankCell = { kind: 'blank' };
const UNREADABLE: UnreadableCell = { kind: 'unreadable' };

/**
 * Reads a day, spaces around it aside, from exactly these forms:
 * `dd/mm/yyyy`, `d/m/yyyy`, `d/m/yy` (20yy), each with or without a space and a time (`H:MM`, `HH:MM`, seconds
 * optional); `yyyy-mm-dd`, with or without `T` or a space and a time (`HH:MM`, seconds and their fraction optional) and
 * after it an offset (`Z`, `+01:00`, `+0100`); `d-Mon-yy` (20yy); an Excel serial of the 1900 system, five digits,
 * with or without a fraction, which is the time. The day comes first, always. An offset moves the day to London's.
 * A day or time that does not exist (`31/02/2021`, `2021-13-04`, `25:61`), a year outside 1900 to 9999, and anything
 * else, is unreadable.
 */
export function readDay(cell: string): DayCell {
  const trimmed = cell.trim();
  if (trimmed === '') return BLANK;
  const written = readWrittenMoment(trimmed);
  return written === null ? UNREADABLE : { kind: 'day', day: written.day };
}

/**
 * Reads a moment from the same forms as `readDay`. Where no time was written it is the day's beginning, the earliest
 * that can be meant. Where the clocks go back the hour that comes twice sorts as one.
 */
export function readMoment(cell: string): MomentCell {
  const trimmed = cell.trim();
  if (trimmed === '') return BLANK;
  const written = readWrittenMoment(trimmed);
  if (written === null) return UNREADABLE;
  return { kind: 'moment', day: written.day, at: `${written.day}T${written.time ?? '00:00:00'}` };
}

/** The year of what is written as a day, whether there is such a day or not. */
const WRITTEN_YEAR = /^(?:(\d{4})-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}\/\d{1,2}\/(\d{4})(?: .*)?)$/;

/**
 * Whether a cell that is no day is written as one of a year before any calendar's here: `0001-01-01` and `00/00/0000` are
 * what software writes where it has no day.
 */
export function saysNoDay(cell: string): boolean {
  const parts = WRITTEN_YEAR.exec(cell.trim());
  return parts !== null && Number(parts[1] ?? parts[2]) < yearOf(FIRST_DAY);
}
