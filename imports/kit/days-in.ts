import type { Day } from '../../domain/calendar/day';
import { readDay, readMoment } from '../cells/days';
import type { RowFaults } from './row-faults';

/** Where the days of a row are read from, and where their faults go. */
type Row<Column extends string, Code extends string> = Pick<RowFaults<Column, Code>, 'cell' | 'add'>;

/** What every source says of a day of receipt that places its row nowhere. */
export type ReceivedFault = 'RECEIVED_MISSING' | 'RECEIVED_UNREADABLE' | 'RECEIVED_IN_FUTURE';

/** The fault of each kind of cell that gives no day of receipt. */
export const RECEIVED_FAULTS = {
  blank: 'RECEIVED_MISSING',
  unreadable: 'RECEIVED_UNREADABLE',
  day: 'RECEIVED_IN_FUTURE',
} as const satisfies Readonly<Record<string, ReceivedFault>>;

/** The day in a row's column of receipt. Null, with the fault noted, where there is none that has come. */
export function receivedDay<Column extends string>(
  row: Row<Column, ReceivedFault>,
  { column, today }: { readonly column: Column; readonly today: Day },
): Day | null {
  const read = readDay(row.cell(column));
  if (read.kind === 'day' && read.day <= today) return read.day;
  row.add(column, RECEIVED_FAULTS[read.kind]);
  return null;
}

/** The day in a column. One that cannot be read is none, with its fault; a blank cell is just none. */
export function dayIn<Column extends string, Code extends string>(
  row: Row<Column, Code>,
  { column, unreadable }: { readonly column: Column; readonly unreadable: Code },
): Day | null {
  const read = readDay(row.cell(column));
  if (read.kind === 'unreadable') row.add(column, unreadable);
  return read.kind === 'day' ? read.day : null;
}

/** A column that says when something happened to a record, and the faults that its day can have. */
export interface EventColumn<Column extends string, Code extends string> {
  readonly column: Column;
  readonly unreadable: Code;
  readonly before: Code;
  /** Left out where a day to come is nothing strange. */
  readonly after?: Code;
}

/**
 * The day of something that happened to a record, so not before its receipt: such a day is none, with its fault. One
 * after today is strange and kept, with its fault.
 */
export function eventDay<Column extends string, Code extends string>(
  row: Row<Column, Code>,
  { column, unreadable, before, after }: EventColumn<Column, Code>,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
): Day | null {
  const day = dayIn(row, { column, unreadable });
  if (day === null) return null;
  if (day < receivedOn) {
    row.add(column, before);
    return null;
  }
  if (after !== undefined && day > today) row.add(column, after);
  return day;
}

/** When a record last changed, in local time that sorts as text; null, with a fault where it cannot be read. */
export function lastUpdatedIn<Column extends string>(
  row: Row<Column, 'LAST_UPDATED_UNREADABLE'>,
  column: Column,
): string | null {
  const read = readMoment(row.cell(column));
  if (read.kind === 'unreadable') row.add(column, 'LAST_UPDATED_UNREADABLE');
  return read.kind === 'moment' ? read.at : null;
}
