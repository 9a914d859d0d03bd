import { type Day, londonMomentOf } from '../../domain/calendar/day';
import type { BlankCell, UnreadableCell } from './days';
import { readWrittenMoment } from './written-moment';

/**
 * What a cell of moments says in real time. `seconds` are the moments it may mean, in seconds since 1970 in Greenwich,
 * the earliest first: mostly one; two in the hour that London's clocks show twice when they go back; none where no time
 * was written, or one that they skipped when they went forward.
 */
export type InstantCell =
  | BlankCell
  | UnreadableCell
  | { readonly kind: 'instant'; readonly day: Day; readonly seconds: readonly number[] };

const MILLIS_PER_SECOND = 1_000;
const OFFSET = /:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Reads a moment from the same forms as `readMoment`; one with an offset is exact. Fractions of a second are dropped. */
export function readInstant(cell: string): InstantCell {
  const trimmed = cell.trim();
  if (trimmed === '') return { kind: 'blank' };
  const written = readWrittenMoment(trimmed);
  if (written === null) return { kind: 'unreadable' };
  const { day, time } = written;
  if (OFFSET.test(trimmed)) return { kind: 'instant', day, seconds: [withOffset(trimmed)] };
  const seconds = time === null ? [] : londonSecondsOf({ day, time: time.slice(0, 8) });
  return { kind: 'instant', day, seconds };
}

function withOffset(cell: string): number {
  const iso = cell.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return Math.floor(Date.parse(iso) / MILLIS_PER_SECOND);
}

/** The moments at which a clock on a London wall shows this day and time (`HH:MM:SS`), the earliest first. */
function londonSecondsOf({ day, time }: { readonly day: Day; readonly time: string }): readonly number[] {
  const wall = Date.parse(`${day}T${time}Z`) / MILLIS_PER_SECOND;
  const offsets = offsetsAround(day);
  if (offsets.length === 1) return offsets.map((offset) => wall - offset);
  return offsets.map((offset) => wall - offset).filter((seconds) => wallAt(seconds) === wall);
}

/** What a London wall shows at a moment, counted as if it were Greenwich's; null outside the calendar. */
function wallAt(seconds: number): number | null {
  const shown = londonMomentOf(new Date(seconds * MILLIS_PER_SECOND));
  return shown === null ? null : Date.parse(`${shown.day}T${shown.time}Z`) / MILLIS_PER_SECOND;
}

const known = new Map<Day, readonly number[]>();

/** How many seconds London is ahead around a day, the most first: two where the clocks change. Lookup up once a day. */
function offsetsAround(day: Day): readonly number[] {
  const found = known.get(day);
  if (found !== undefined) return found;
  const noon = Date.parse(`${day}T12:00:00Z`) / MILLIS_PER_SECOND;
  const secondsPerDay = 86_400;
  const offsets = [noon - secondsPerDay, noon, noon + secondsPerDay].flatMap((seconds) => {
    const wall = wallAt(seconds);
    return wall === null ? [] : [wall - seconds];
  });
  const distinct = [...new Set(offsets)].sort((a, b) => b - a);
  known.set(day, distinct);
  return distinct;
}
