import type { Conditions } from '../lists/conditions';
import { badUserInput } from '../server/errors';
import type { Comparison, Condition } from './condition';
import { literalOf } from './literal';
import { type ColumnType, inSnakeCase, type RecordColumn, type RecordSet } from './record-set';

/** The types as SQL names them. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ text: 'text', integer: 'int', boolean: 'boolean', day: 'date', moment: 'timestamptz' },
};

type Columns = Pick<RecordSet, 'columns'>;
type Binding = Pick<Conditions, 'bind'>;

/** SQL of a condition over the view of a set, its values bound. Throws BAD_USER_INPUT for a column or a value that there is not. */
export function conditionSql(set: Columns, condition: Condition, binding: Binding): string {
  const { is, of } = condition;
  const parts = () => (of ?? []).map((one) => conditionSql(set, one, binding));
  if (is === 'NOT') return `(not ${joined(parts(), 'and')})`;
  if (is === 'AND' || is === 'OR') return joined(parts(), is === 'AND' ? 'and' : 'or');
  return comparisonSql(is, columnOf(set, condition.column ?? ''), condition.values ?? [], binding);
}

const joined = (parts: readonly string[], by: 'and' | 'or'): string => {
  if (parts.length === 0) throw badUserInput('A condition joins nothing.');
  return `(${parts.join(` ${by} `)})`;
};

/** Finds a column. Throws BAD_USER_INPUT with those that there are. */
export function columnOf({ columns }: Columns, name: string): RecordColumn {
  const found = columns.find((column) => column.name === name);
  if (found !== undefined) return found;
  throw badUserInput(
    `There is no column of this name. There are ${columns.map((one) => one.name).join(', ')}.`,
  );
}

/** The column, and what it is held against. */
type Compare = (column: string, value: string) => string;

/** Comparisons that give false where nothing was recorded, so that what is not so is everything else. */
const told =
  (operator: string): Compare =>
  (column, value) =>
    `(${column} ${operator} ${value} and ${column} is not null)`;

const COMPARE: Readonly<Record<Exclude<Comparison, 'IS_ONE_OF' | 'HOLDS'>, Compare>> = {
  IS_LESS: told('<'),
  IS_AT_MOST: told('<='),
  IS_MORE: told('>'),
  IS_AT_LEAST: told('>='),
  CONTAINS: (column, value) => `(strpos(${column}, ${value}) > 0)`,
  BEGINS_WITH: (column, value) => `starts_with(${column}, ${value})`,
  ENDS_WITH: (column, value) => `(right(${column}, length(${value})) = ${value})`,
};

function comparisonSql(
  is: Comparison,
  { name, type }: RecordColumn,
  values: readonly (string | null)[],
  binding: Binding,
): string {
  const column = `"${inSnakeCase(name)}"`;
  if (is === 'HOLDS') return column;
  const bind = (value: string) => binding.bind(checked(name, type, value), SQL_TYPES[type]);
  if (is !== 'IS_ONE_OF') return COMPARE[is](column, bind(onlyOf(values)));
  const recorded = values.flatMap((value) => (value === null ? [] : [bind(value)]));
  return joined(
    [
      ...(values.includes(null) ? [`${column} is null`] : []),
      ...(recorded.length > 0 ? [told('in')(column, `(${recorded.join(', ')})`)] : []),
    ],
    'or',
  );
}

function onlyOf(values: readonly (string | null)[]): string {
  const [only = null] = values;
  if (only === null || values.length > 1) throw badUserInput('This comparison is with one value.');
  return only;
}

/** The value as SQL reads it, or BAD_USER_INPUT. */
export function checked(name: string, type: ColumnType, value: string): string {
  const literal = literalOf(type, value);
  if (literal === null) throw badUserInput(`\`${name}\` is held against a text that is no ${type}.`);
  return literal;
}
