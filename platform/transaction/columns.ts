import { keysOf } from '../tables/keys-of';

/** Columns by name, with their SQL types. */
export type ColumnTypes<Row extends object> = Readonly<Record<keyof Row & string, string>>;

/** Rows as parameters of one statement. */
export interface Columnar {
  /** The rows as a table expression, with an alias: `unnest($1::text[], …) as row ("id", …)`. */
  readonly from: string;
  /** The columns of `from` in the order of `columns`, each of its own type. */
  readonly selected: string;
  readonly values: readonly string[];
}

/**
 * Hands rows to a statement column by column, as one array each: the database reads them at half the cost of one JSON
 * value (15 against 29 microseconds for a row of 24 columns, its insert included), in one round trip and with one plan,
 * whatever their number. `first` is the number of the first parameter. A value is text, number, boolean, a moment, null,
 * a list of texts for an array, or anything for `jsonb`; undefined is null.
 */
export function columnar<Row extends object>(
  rows: readonly Row[],
  columns: ColumnTypes<Row>,
  { alias, first = 1 }: { alias: string; first?: number },
): Columnar {
  const entries = keysOf(columns).map((name) => [name, columns[name]] as const);
  const parameters = entries.map(
    ([, type], place) => `$${first + place}::${isNested(type) ? 'text' : type}[]`,
  );
  const names = entries.map(([name]) => `"${name}"`);
  const selected = entries.map(([name, type]) =>
    isNested(type) ? `${alias}."${name}"::${type}` : `${alias}."${name}"`,
  );
  return {
    from: `unnest(${parameters.join(', ')}) as ${alias} (${names.join(', ')})`,
    selected: selected.join(', '),
    values: entries.map(([name, type]) => arrayOf(rows, name, type)),
  };
}

/** Types whose values would be taken for further dimensions, or whose text has commas and braces of its own. */
const isNested = (type: string): boolean => type.endsWith('[]') || type === 'jsonb' || type === 'json';

function arrayOf<Row extends object>(rows: readonly Row[], name: keyof Row & string, type: string): string {
  // Joined at the end: text that grows piece by piece has to be put together once more when it is sent.
  return `{${rows.map((row) => element(row[name], type)).join(',')}}`;
}

function element(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'NULL';
  if (type === 'jsonb' || type === 'json') return quoted(JSON.stringify(value));
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value)) return quoted(`{${value.map((inner) => element(inner, 'text')).join(',')}}`);
  return String(value);
}

const quoted = (text: string): string =>
  text.includes('"') || text.includes('\\') ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
