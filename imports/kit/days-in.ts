import { type Day, FIRST_DAY, toDay, yearOf } from '../../domain/calendar/day';
import { type BlankCell, readDay, readMoment, saysNoDay, type UnreadableCell } from '../cells/days';
import type { Facts } from '../source';
import type { RowFaults } from './row-faults';

/** Where the days of a row are read from, and where their faults go. */
type Row<Column extends string, Code extends string> = Pick<RowFaults<Column, Code>, 'cell' | 'add'>;

/** What days are judged by: the day of the import, and whether the row was taken by rules of before. */
export type Judging = Pick<Facts, 'today' | 'isHeld'>;

/** What is dated before is a slip of the keyboard, or what software writes where it has no day (1900-01-01, 1970-01-01). */
const FIRST_MEANT = toDay('1990-01-01');
/** Nobody is promised an answer later than so many years after the receipt. */
const DUE_WITHIN_YEARS = 5;

/**
 * What a cell says of the day of something that has happened. `notMeant` is a day, but none on which it can have been:
 * long before these systems, or none of the calendar at all (`0001-01-01`); `future` one after the day of the import.
 */
type PastDay =
  | BlankCell
  | UnreadableCell
  | { readonly kind: 'notMeant' }
  | { readonly kind: 'future' }
  | { readonly kind: 'day'; readonly day: Day };

const firstMeant = ({ isHeld = false }: Pick<Judging, 'isHeld'>): Day => (isHeld ? FIRST_DAY : FIRST_MEANT);

/** Reads the day of something that has happened. */
export function readPastDay(cell: string, judging: Judging): PastDay {
  const read = readDay(cell);
  if (read.kind === 'unreadable') return saysNoDay(cell) ? { kind: 'notMeant' } : read;
  if (read.kind === 'blank') return read;
  if (read.day < firstMeant(judging)) return { kind: 'notMeant' };
  return read.day > judging.today ? { kind: 'future' } : read;
}

/** Whether a cell is about a day on which nothing can have ended: one to come, or one that only stands for none. */
export function endsNothing(cell: string, judging: Judging): boolean {
  const { kind } = readPastDay(cell, judging);
  return kind === 'future' || kind === 'notMeant';
}

/** What every source says of a day of receipt that places its row nowhere. */
export type ReceivedFault = 'RECEIVED_MISSING' | 'RECEIVED_UNREADABLE' | 'RECEIVED_IN_FUTURE';

/** The fault of each kind of cell that gives no day of receipt. */
const RECEIVED_FAULTS = {
  blank: 'RECEIVED_MISSING',
  unreadable: 'RECEIVED_UNREADABLE',
  notMeant: 'RECEIVED_UNREADABLE',
  future: 'RECEIVED_IN_FUTURE',
} as const satisfies Readonly<Record<string, ReceivedFault>>;

/** Reads a day of receipt: the day, or why there is none that has come. */
export function readReceived(
  cell: string,
  judging: Judging,
): { readonly day: Day; readonly fault: null } | { readonly day: null; readonly fault: ReceivedFault } {
  const read = readPastDay(cell, judging);
  return read.kind === 'day'
    ? { day: read.day, fault: null }
    : { day: null, fault: RECEIVED_FAULTS[read.kind] };
}

/** The day in a row's column of receipt. Null, with the fault noted, where there is none that has come. */
export function receivedDay<Column extends string>(
  row: Row<Column, ReceivedFault>,
  column: Column,
  judging: Judging,
): Day | null {
  const { day, fault } = readReceived(row.cell(column), judging);
  if (fault !== null) row.add(column, fault);
  return day;
}

/**
 * The day in a column by which something is due, or for which it is planned. One that cannot be read, or that nobody can
 * mean (before 1990, or more than five years after the receipt), is none, with its fault; a blank cell is just none.
 */
export function dueDayIn<Column extends string, Code extends string>(
  row: Row<Column, Code>,
  { column, unreadable }: { readonly column: Column; readonly unreadable: Code },
  receivedOn: Day,
): Day | null {
  const read = readDay(row.cell(column));
  if (read.kind === 'blank') return null;
  if (read.kind === 'day' && read.day >= FIRST_MEANT && read.day <= lastDue(receivedOn)) return read.day;
  row.add(column, unreadable);
  return null;
}

/** The same day so many years later, as text that sorts among days. */
const lastDue = (receivedOn: Day): string => `${yearOf(receivedOn) + DUE_WITHIN_YEARS}${receivedOn.slice(4)}`;

/** A column that says when something happened to a record, and the faults that its day can have. */
export interface EventColumn<Column extends string, Code extends string> {
  readonly column: Column;
  readonly unreadable: Code;
  /** Left out where nothing forbids a day before the receipt. */
  readonly before?: Code;
  readonly after: Code;
}

/**
 * The day of something that happened to a record: not before its receipt, not after the day of the import, and one that
 * can be meant. Any other is none, with its fault; a blank cell is just none.
 */
export function eventDay<Column extends string, Code extends string>(
  row: Row<Column, Code>,
  { column, unreadable, before, after }: EventColumn<Column, Code>,
  { receivedOn, ...judging }: Judging & { readonly receivedOn: Day },
): Day | null {
  const read = readPastDay(row.cell(column), judging);
  if (read.kind === 'blank') return null;
  if (read.kind !== 'day') {
    row.add(column, read.kind === 'future' ? after : unreadable);
    return null;
  }
  if (before === undefined || read.day >= receivedOn) return read.day;
  row.add(column, before);
  return null;
}

/** What every source that keeps it says of a last change that decides nothing. */
export type LastUpdatedFault = 'LAST_UPDATED_UNREADABLE' | 'LAST_UPDATED_IN_FUTURE';

/**
 * When a record last changed, in local time that sorts as text; null, with a fault, where that cannot be read or meant.
 * One after the day of the import would hold against every later export.
 */
export function lastUpdatedIn<Column extends string>(
  row: Row<Column, LastUpdatedFault>,
  column: Column,
  judging: Judging,
): string | null {
  const read = readMoment(row.cell(column));
  if (read.kind === 'blank') return null;
  const isReadable = read.kind === 'moment' && read.day >= firstMeant(judging);
  if (isReadable && read.day <= judging.today) return read.at;
  row.add(column, isReadable ? 'LAST_UPDATED_IN_FUTURE' : 'LAST_UPDATED_UNREADABLE');
  return null;
}
