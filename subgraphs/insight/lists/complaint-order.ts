import type { Parameters } from '../../../counting/days-sql';
import { isDay } from '../../../domain/calendar/day';
import { isMoment } from '../../../platform/lists/order';
import type { Place } from './paging';

/** What complaints are ordered by, as the schema's enum names it. */
export type ComplaintOrderField = 'RECEIVED_ON' | 'DUE_ON' | 'CLOSED_ON' | 'CHANGED_AT';

/** The order that was asked for, as it comes. */
export interface ComplaintOrder {
  readonly field: ComplaintOrderField;
  readonly direction?: 'ASC' | 'DESC' | null | undefined;
}

interface Column {
  readonly name: string;
  readonly type: 'date' | 'timestamptz';
  /** A complaint may be without it: it then stands last, whichever way the list goes. */
  readonly nullable: boolean;
}

const COLUMNS: Readonly<Record<ComplaintOrderField, Column>> = {
  RECEIVED_ON: { name: 'received_on', type: 'date', nullable: false },
  DUE_ON: { name: 'due_on', type: 'date', nullable: true },
  CLOSED_ON: { name: 'closed_on', type: 'date', nullable: true },
  CHANGED_AT: { name: 'changed_at', type: 'timestamptz', nullable: false },
};

/** In a cursor it stands for the day that a complaint is without. */
const WITHOUT = '';

/** One part of a list, read by itself: those with the day, or those without it, which follow. */
export interface OrderedPart {
  /** SQL of what a place says of a row, as text. */
  readonly place: string;
  readonly orderBy: string;
  /** The conditions of the part, and of what comes after a place of it. */
  conditions(after: Place | null, parameters: Parameters): string[];
}

/** An order that can be read. */
export interface CheckedOrder {
  /** What a cursor knows of it: nothing of the usual order, so that cursors from before there were others stay good. */
  readonly question: readonly string[];
  isPlace(day: string): boolean;
  /** What is read after a place, in this order; each for as long as the page is not full. */
  partsAfter(after: Place | null): readonly OrderedPart[];
}

/** The order that is meant: by the day of receipt unless asked otherwise. */
export function checkOrder(orderBy: ComplaintOrder | null | undefined): CheckedOrder {
  const { field, direction } = {
    field: orderBy?.field ?? 'RECEIVED_ON',
    direction: orderBy?.direction ?? 'ASC',
  };
  const column = COLUMNS[field];
  const dated = datedPart(column, direction === 'DESC');
  const undated = undatedPart(column, direction === 'DESC');
  return {
    question: field === 'RECEIVED_ON' && direction === 'ASC' ? [] : [field, direction],
    isPlace: (day) =>
      (column.nullable && day === WITHOUT) || (column.type === 'date' ? isDay(day) : isMoment(day)),
    partsAfter(after) {
      if (!column.nullable) return [dated];
      return after?.day === WITHOUT ? [undated] : [dated, undated];
    },
  };
}

function datedPart({ name, type, nullable }: Column, descends: boolean): OrderedPart {
  const direction = descends ? 'desc' : 'asc';
  return {
    place:
      type === 'date'
        ? `${name}::text`
        : `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    orderBy: `${name} ${direction}, complaint_id ${direction}`,
    conditions: (after, parameters) => [
      ...(nullable ? [`${name} is not null`] : []),
      ...(after === null
        ? []
        : [
            `(${name}, complaint_id) ${descends ? '<' : '>'} (${parameters.bind(after.day, type)}, ${parameters.bind(after.id, 'text')})`,
          ]),
    ],
  };
}

function undatedPart({ name }: Column, descends: boolean): OrderedPart {
  return {
    place: `'${WITHOUT}'`,
    orderBy: `complaint_id ${descends ? 'desc' : 'asc'}`,
    conditions: (after, parameters) => [
      `${name} is null`,
      // What comes after one with a day, all of these do.
      ...(after?.day === WITHOUT
        ? [`complaint_id ${descends ? '<' : '>'} ${parameters.bind(after.id, 'text')}`]
        : []),
    ],
  };
}
