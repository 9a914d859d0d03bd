import type { Random } from './random';

/** A moment on a London wall clock, as minutes since the beginning of 1970-01-01. */
export type Minutes = number;

export const MINUTES_PER_DAY = 1440;
const MILLIS_PER_MINUTE = 60_000;
/** Excel's number for 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `HH:MM` */
  readonly time: string;
}

/** The moment as the systems mostly write it: `dd/mm/yyyy HH:MM`. */
export function usualMoment(at: Minutes): string {
  return `${usualDay(at)} ${partsOf(at).time}`;
}

/** The day as the systems mostly write it: `dd/mm/yyyy`. */
export function usualDay(at: Minutes): string {
  const { year, month, day } = partsOf(at);
  return `${two(day)}/${two(month)}/${year}`;
}

/** The same day in any other form that has been seen, or that the extracts' README names. */
export function otherForm(random: Random, at: Minutes): string {
  const { year, month, day, time } = partsOf(at);
  const short = `${day}/${month}/${two(year % 100)}`;
  const iso = `${year}-${two(month)}-${two(day)}`;
  return random.pick([
    `${two(day)}/${two(month)}/${year}`,
    `${day}/${month}/${year}`,
    `${day}/${month}/${year} ${time}`,
    short,
    `${short} ${time}`,
    iso,
    `${iso}T${time}:00`,
    `${iso} ${time}`,
    withOffset(random, at),
    `${day}-${MONTHS[month - 1]}-${two(year % 100)}`,
    serial(at),
    `${serial(at)}.5000`,
  ]);
}

/** Text that no day can be read from. */
export function unreadable(random: Random): string {
  return random.pick([
    'unknown',
    '00/00/0000',
    '31/02/2021',
    '2021-13-04',
    'n/a',
    'tbc',
    '29/02/2019',
    '13/25/2020',
  ]);
}

/** The moment with London's distance from Greenwich, as newer systems write it: `2021-04-01T09:30:00+01:00`. */
export function offsetMoment(at: Minutes): string {
  return `${isoMinute(at)}:00${isSummerTime(at) ? '+01:00' : '+00:00'}`;
}

/** The day as newer systems write it: `2021-04-01`. */
export function isoDay(at: Minutes): string {
  return isoMinute(at).slice(0, 10);
}

/** The moment with its distance from Greenwich, or in Greenwich's time, which may be the day before. */
function withOffset(random: Random, at: Minutes): string {
  if (random.chance(0.5)) return offsetMoment(at);
  return `${isoMinute(at - (isSummerTime(at) ? 60 : 0))}:00Z`;
}

/** Whether a London clock is an hour ahead: from the last Sunday of March to that of October, at 1:00 in Greenwich. */
function isSummerTime(at: Minutes): boolean {
  const { year } = partsOf(at);
  const begins = lastSunday(year, 3) + 120;
  const ends = lastSunday(year, 10) + 60;
  return at >= begins && at < ends;
}

function lastSunday(year: number, month: number): Minutes {
  const lastDay = new Date(Date.UTC(year, month, 0));
  const daysSince1970 = lastDay.getTime() / MILLIS_PER_MINUTE / MINUTES_PER_DAY;
  return (daysSince1970 - lastDay.getUTCDay()) * MINUTES_PER_DAY;
}

function serial(at: Minutes): string {
  return String(Math.floor(at / MINUTES_PER_DAY) + SERIAL_OF_1970);
}

function isoMinute(at: Minutes): string {
  return new Date(at * MILLIS_PER_MINUTE).toISOString().slice(0, 16);
}

function partsOf(at: Minutes): Parts {
  const iso = isoMinute(at);
  return {
    year: Number(iso.slice(0, 4)),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8, 10)),
    time: iso.slice(11),
  };
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
