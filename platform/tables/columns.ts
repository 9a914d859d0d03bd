/** SQL types of columns, as migrations and the drift test name them. */
export type SqlType =
  | 'text'
  | 'date'
  | 'timestamptz'
  | 'boolean'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'json'
  | 'jsonb';

/** A column of a table. `Value` is what JavaScript gets of it; it exists in the type alone. */
export interface Column<Value = unknown> {
  readonly type: SqlType;
  readonly nullable?: true;
  readonly array?: true;
  readonly primary?: true;
  readonly default?: string | number | boolean;
  readonly foreignKey?: { readonly target: string; readonly name: string };
  readonly value?: Value;
}

/** The columns of a table, by name. */
export type Columns = Readonly<Record<string, Column>>;

/** What JavaScript gets of one column. */
type ValueOf<Of> = Of extends Column<infer Value> ? Value : never;

/** A row of a table with these columns. Days are ISO text, a bigint is a number. */
export type RowOf<Of extends Columns> = { -readonly [Name in keyof Of]: ValueOf<Of[Name]> };

/** Text; a type of literals for a column that holds only those. */
export const text = <Value extends string = string>(): Column<Value> => ({ type: 'text' });
/** A list of texts. */
export const texts = (): Column<string[]> => ({ type: 'text', array: true });
/** A day, as ISO text. */
export const day = (): Column<string> => ({ type: 'date' });
/** A moment. */
export const instant = (): Column<Date> => ({ type: 'timestamptz' });
export const boolean = (): Column<boolean> => ({ type: 'boolean' });
export const smallint = (): Column<number> => ({ type: 'smallint' });
export const int = (): Column<number> => ({ type: 'int' });
export const bigint = (): Column<number> => ({ type: 'bigint' });
/** JSON kept as it was written. */
export const json = <Value = unknown>(): Column<Value> => ({ type: 'json' });
/** JSON that can be searched. */
export const jsonb = <Value = unknown>(): Column<Value> => ({ type: 'jsonb' });

/** The same column, where a row may have no value. */
export const nullable = <Value>(column: Column<Value>): Column<Value | null> => ({
  ...column,
  nullable: true,
});
/** The same column as part of the primary key. */
export const key = <Value>(column: Column<Value>): Column<Value> => ({ ...column, primary: true });
/** The same column with the value that the database gives it where none is written. */
export const withDefault = <Value>(
  column: Column<Value>,
  value: string | number | boolean,
): Column<Value> => ({ ...column, default: value });
/** The same column as a reference to the key of another table of its schema (`schema.table`), by a named constraint. */
export const references = <Value>(column: Column<Value>, target: string, name: string): Column<Value> => ({
  ...column,
  foreignKey: { target, name },
});
