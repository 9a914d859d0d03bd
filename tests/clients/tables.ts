import type { ColumnType } from '../../platform/records/record-set';

export type Row = Readonly<Record<string, unknown>>;

/** What a client is to find, whichever way it takes. */
export interface Expected {
  /** The name of its files, without their ends. */
  readonly name: string;
  /** Where it is read by SQL. */
  readonly view: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType | 'number' }[];
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
  /** As the file in JSON has them. */
  readonly rows: readonly Row[];
}

/** How a client found it: cells that are the same, and sentences about those that are not. */
export interface Compared {
  readonly rows: number;
  readonly cells: number;
  readonly differences: readonly string[];
}

/** Shares and means have more digits than some clients write. */
const TOLERANCE = 1e-12;

/** Compares what a client read, cell by cell, whatever the order of its rows and however it writes a kind of value. */
export function compare(expected: Expected, found: readonly Row[]): Compared {
  const { columns, rows } = expected;
  const byKey = new Map(found.map((row) => [keyOf(expected, row), row]));
  const differences = rows.flatMap((row) => {
    const key = keyOf(expected, row);
    const other = byKey.get(key);
    if (other === undefined) return [`${key} is missing`];
    return columns
      .filter(({ name, type }) => !isSame(plain(row[name], type), plain(other[name], type)))
      .map(({ name }) => `${key}: ${name} is ${String(other[name])} and not ${String(row[name])}`);
  });
  if (found.length !== rows.length) differences.push(`${found.length} rows and not ${rows.length}`);
  return { rows: rows.length, cells: rows.length * columns.length - differences.length, differences };
}

const keyOf = ({ columns, key }: Expected, row: Row): string =>
  key
    .map((name) => plain(row[name], columns.find((column) => column.name === name)?.type ?? 'text') ?? '-')
    .join(':');

/** A value as one of few kinds. Files cannot tell an empty text from none. */
function plain(value: unknown, type: Expected['columns'][number]['type']): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return /^(t|true|1)$/i.test(text) ? 'true' : 'false';
  if (type === 'day') return text.slice(0, 10);
  return type === 'moment' ? momentOf(text) : text;
}

/** Clients write it with a blank for the T, and with an offset in hours or none, all in UTC. */
function momentOf(text: string): string {
  const [, day, time, offset = 'Z'] = /^(\S{10})[ T]([\d:.]+)(\S*)$/.exec(text) ?? [];
  const zone = /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset || 'Z';
  return new Date(`${day}T${time}${zone}`).toISOString();
}

function isSame(one: string | number | null, other: string | number | null): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
}
