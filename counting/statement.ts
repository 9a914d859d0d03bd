import { keysOf } from '../platform/tables/keys-of';
import { badInput } from './bad-input';
import { DAY, type Dimensions } from './dimensions';

const MOST_ROWS = 10_000;

/** How many rows to ask for, so that one too many shows. */
export const ROWS_TO_READ = MOST_ROWS + 1;

/** Throws BAD_USER_INPUT for more rows than are given out; `narrowTo` says what of the filter would make them fewer. */
export function refuseTooManyRows(rows: readonly unknown[], { narrowTo }: { narrowTo: string }): void {
  if (rows.length <= MOST_ROWS) return;
  throw badInput(
    'by',
    `gives more than 10,000 rows: ask for fewer dimensions, or narrow \`where\` to ${narrowTo}.`,
  );
}

/** Throws BAD_USER_INPUT for a dimension that is named twice. */
export function refuseRepeated(by: readonly string[]): void {
  const repeated = by.find((dimension, place) => by.indexOf(dimension) !== place);
  if (repeated) throw badInput('by', `names ${repeated} twice: name each dimension once.`);
}

/**
 * Counts of the rows of one table by the columns as they are stored and by day, so that years, quarters and names are
 * worked out for a few thousand groups and not for every row.
 */
export function countedSql<Dimension extends string>({
  by,
  dimensions,
  table,
  day,
  where,
  counts,
}: {
  by: readonly Dimension[];
  dimensions: Dimensions<Dimension>;
  table: string;
  /** The column of the day by which they are counted. */
  day: string;
  where: string;
  /** SQL of each count, with its name. */
  counts: readonly string[];
}): string {
  const columns = [...new Set(by.flatMap((dimension) => dimensions[dimension].from))];
  const stored = columns.map((column) => (column === DAY ? day : column));
  const named = columns.map((column, place) => `${stored[place]} as ${column}`);
  return `select ${[...named, ...counts].join(', ')}
    from ${table} where ${where}
    ${stored.length > 0 ? `group by ${stored.join(', ')}` : ''}`;
}

/**
 * Figures by dimensions, from what was counted: a row for each combination that has something, ordered by the dimensions
 * as asked. A dimension that was not asked for is null. Without one, always exactly one row.
 */
export function figuresSql<Dimension extends string>({
  by,
  dimensions,
  figures,
  counted,
  joins = '',
  limit,
}: {
  by: readonly Dimension[];
  dimensions: Dimensions<Dimension>;
  /** SQL of each figure from the counts of `event`, with its name. */
  figures: readonly string[];
  /** A selection that `countedSql` gives, or several of them with the same columns. */
  counted: string;
  /** SQL that joins names to `event`. */
  joins?: string;
  limit: string;
}): string {
  const columns = keysOf(dimensions).map((dimension) => {
    const { name, value } = dimensions[dimension];
    return `${by.includes(dimension) ? value : 'null'} as "${name}"`;
  });
  const groups = by.map((dimension) => dimensions[dimension].value);
  const order = by.map((dimension) => dimensions[dimension].order ?? `"${dimensions[dimension].name}"`);
  return `select * from (
       select ${[...columns, ...figures].join(', ')}
       from (${counted}) event ${joins}
       ${groups.length > 0 ? `group by ${groups.join(', ')}` : ''}
     ) figures
     ${order.length > 0 ? `order by ${order.join(', ')}` : ''}
     limit ${limit}`;
}
