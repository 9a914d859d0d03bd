import type { Comparison, Condition } from '../../../platform/records/condition';
import type { Property } from '../entity-sets';

/** The values of a row by their properties, as text; null where there is none. */
export type Values = ReadonlyMap<string, string | null>;

/** Neither true nor false: what it would be is not known. */
type Told = boolean | null;

/** Tells of rows whether they are what a condition wants, as the database would say. Throws for a property that there is not. */
export function evaluatorOf(condition: Condition, properties: readonly Property[]): (row: Values) => boolean {
  const types = new Map(properties.map(({ name, type }) => [name, type]));
  return (row) => tell(condition, { row, types }) === true;
}

interface Row {
  readonly row: Values;
  readonly types: ReadonlyMap<string, Property['type']>;
}

function tell({ is, of, column, values }: Condition, row: Row): Told {
  if (is === 'AND' || is === 'OR')
    return joined(
      is,
      (of ?? []).map((one) => tell(one, row)),
    );
  if (is === 'NOT') {
    const told = joined(
      'AND',
      (of ?? []).map((one) => tell(one, row)),
    );
    return told === null ? null : !told;
  }
  const type = row.types.get(column ?? '');
  if (type === undefined) throw new Error('There is no property of this name');
  return compare(is, row.row.get(column ?? '') ?? null, { type, values: values ?? [] });
}

/** One that is false makes all false, whatever is not known of the others; and the other way round. */
function joined(is: 'AND' | 'OR', parts: readonly Told[]): Told {
  const deciding = is === 'OR';
  if (parts.includes(deciding)) return deciding;
  return parts.includes(null) ? null : !deciding;
}

interface Against {
  readonly type: Property['type'];
  readonly values: readonly (string | null)[];
}

function compare(is: Comparison, value: string | null, { type, values }: Against): Told {
  if (is === 'IS_ONE_OF')
    return values.some((one) =>
      one === null || value === null ? one === value : order(type, value, one) === 0,
    );
  const [one = null] = values;
  if (is === 'HOLDS') return value === null ? null : value === 'true';
  if (is === 'CONTAINS' || is === 'BEGINS_WITH' || is === 'ENDS_WITH') return within(is, value, one ?? '');
  if (value === null || one === null) return false;
  const place = order(type, value, one);
  if (is === 'IS_LESS') return place < 0;
  if (is === 'IS_AT_MOST') return place <= 0;
  return is === 'IS_MORE' ? place > 0 : place >= 0;
}

function within(is: 'CONTAINS' | 'BEGINS_WITH' | 'ENDS_WITH', value: string | null, sought: string): Told {
  if (value === null) return null;
  if (is === 'CONTAINS') return value.includes(sought);
  return is === 'BEGINS_WITH' ? value.startsWith(sought) : value.endsWith(sought);
}

/** Below 0 where the first comes first; texts by their characters' numbers. */
function order(type: Property['type'], a: string, b: string): number {
  if (type === 'integer' || type === 'number') return Number(a) - Number(b);
  if (type === 'moment') return momentOf(a) - momentOf(b);
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Microseconds, which a number holds exactly for centuries to come. */
function momentOf(text: string): number {
  const [, fraction = ''] = /(\.\d+)(?=Z|[+-]\d\d:\d\d$)/.exec(text) ?? [];
  return Date.parse(text.replace(fraction, '')) * 1_000 + Math.round(Number(`0${fraction}`) * 1_000_000);
}
