import { type Day, dayOf, londonMomentOf } from '../../domain/calendar/day';

/** What a cell says of a moment: its day in London, and the local time (`HH:MM:SS`, perhaps a fraction) if written. */
export interface WrittenMoment {
  readonly day: Day;
  readonly time: string | null;
}

type Part = string | undefined;

// One pattern for each form, and no other form is read. Day first, always.
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/;
const NAMED_MONTH = /^(\d{1,2})-([A-Za-z]{3})-(\d{2})$/;
const SERIAL = /^([1-9]\d{4})(?:\.(\d+))?$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Excel's number for 1970-01-01 where days are counted from 1900. */
const SERIAL_OF_1970 = 25_569;
const MILLIS_PER_DAY = 86_400_000;
const MILLIS_PER_MINUTE = 60_000;
const SECONDS_PER_DAY = 86_400;
/** No place on earth keeps a time further from Greenwich. */
const MOST_OFFSET_MINUTES = 14 * 60;

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The time as `HH:MM:SS`; null where no clock shows it. */
function timeOf(hour: Part, minute: Part, second: Part = '0'): string | null {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return `${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:${TWO_DIGITS[seconds]}`;
}

function yearFrom(written: Part): number {
  return written?.length === 2 ? 2000 + Number(written) : Number(written);
}

function fromSlashed(cell: string): WrittenMoment | null {
  const parts = SLASHED.exec(cell);
  if (parts === null) return null;
  const day = dayOf({ year: yearFrom(parts[3]), month: Number(parts[2]), dayOfMonth: Number(parts[1]) });
  if (day === null) return null;
  if (parts[4] === undefined) return { day, time: null };
  const time = timeOf(parts[4], parts[5], parts[6]);
  return time === null ? null : { day, time };
}

function fromNamedMonth(cell: string): WrittenMoment | null {
  const parts = NAMED_MONTH.exec(cell);
  if (parts === null) return null;
  const month = MONTHS.indexOf((parts[2] ?? '').toLowerCase()) + 1;
  const day = dayOf({ year: yearFrom(parts[3]), month, dayOfMonth: Number(parts[1]) });
  return day === null ? null : { day, time: null };
}

function fromSerial(cell: string): WrittenMoment | null {
  const parts = SERIAL.exec(cell);
  if (parts === null) return null;
  const utc = new Date((Number(parts[1]) - SERIAL_OF_1970) * MILLIS_PER_DAY);
  const day = dayOf({
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    dayOfMonth: utc.getUTCDate(),
  });
  if (day === null) return null;
  if (parts[2] === undefined) return { day, time: null };
  // Excel keeps 15:30 as 0.6458333…, so round; but never over midnight, for the whole number says the day.
  const seconds = Math.min(Math.round(Number(`0.${parts[2]}`) * SECONDS_PER_DAY), SECONDS_PER_DAY - 1);
  const minutes = Math.floor(seconds / 60);
  return { day, time: timeOf(`${Math.floor(minutes / 60)}`, `${minutes % 60}`, `${seconds % 60}`) };
}

/** Minutes ahead of Greenwich; null for an offset that no place keeps. */
function offsetMinutes(sign: Part, hours: Part, minutes: Part): number | null {
  if (sign === undefined) return 0;
  const ahead = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || ahead > MOST_OFFSET_MINUTES) return null;
  return sign === '-' ? -ahead : ahead;
}

/** A fraction of a second as it sorts: with its point, without the zeros that say nothing. */
function fractionOf(digits: Part): string {
  const significant = digits?.replace(/0+$/, '') ?? '';
  return significant === '' ? '' : `.${significant}`;
}

function fromIso(cell: string): WrittenMoment | null {
  const parts = ISO.exec(cell);
  if (parts === null) return null;
  const day = dayOf({ year: Number(parts[1]), month: Number(parts[2]), dayOfMonth: Number(parts[3]) });
  if (day === null || parts[4] === undefined) return day === null ? null : { day, time: null };
  const time = timeOf(parts[4], parts[5], parts[6]);
  if (time === null) return null;
  const fraction = fractionOf(parts[7]);
  if (parts[8] === undefined && parts[9] === undefined) return { day, time: time + fraction };
  const ahead = offsetMinutes(parts[9], parts[10], parts[11]);
  if (ahead === null) return null;
  const local = londonMomentOf(new Date(Date.parse(`${day}T${time}Z`) - ahead * MILLIS_PER_MINUTE));
  return local === null ? null : { day: local.day, time: local.time + fraction };
}

/** Reads a trimmed cell in one of the forms that inherited systems write; null where it is none, or no real moment. */
export function readWrittenMoment(cell: string): WrittenMoment | null {
  if (cell[1] === '/' || cell[2] === '/') return fromSlashed(cell);
  if (cell[4] === '-') return fromIso(cell);
  if (cell[1] === '-' || cell[2] === '-') return fromNamedMonth(cell);
  return fromSerial(cell);
}
