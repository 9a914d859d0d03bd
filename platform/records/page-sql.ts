import { Conditions } from '../lists/conditions';
import { badUserInput } from '../server/errors';
import type { RecordPage } from './condition';
import { checked, columnOf, conditionSql, SQL_TYPES } from './condition-sql';
import { inSnakeCase, type RecordColumn, type RecordSet } from './record-set';

const MOST_RECORDS = 10_001;

/** A page in SQL: what narrows the view of a set, and what follows the conditions. */
export interface PageSql {
  readonly columns: readonly RecordColumn[];
  /** What every record of the list satisfies, whichever page it is on. */
  readonly list: Conditions;
  /** The same, and that it is on this page or after it. */
  readonly page: Conditions;
  /** The order, and how many. */
  readonly ending: string;
}

/** Reads a page. Throws BAD_USER_INPUT for what there is not, and for an order that no index gives. */
export function pageSql(
  set: RecordSet,
  { where, order, after, limit, descending, ...asked }: RecordPage,
): PageSql {
  if (limit < 0 || limit > MOST_RECORDS) throw badUserInput(`A page has at most ${MOST_RECORDS} records.`);
  const sorted = order.map((name) => columnOf(set, name));
  if (sorted.length === 0 || !sorted.every(({ sortable }) => sortable))
    throw badUserInput('Records are not had in this order.');
  const [list, page] = [new Conditions(), new Conditions()];
  if (where) for (const conditions of [list, page]) conditions.add(conditionSql(set, where, conditions));
  if (after) addPlace(page, sorted, { after, descending });
  // Of the view, and not as it is written.
  const names = sorted.map(({ name }) => `held."${inSnakeCase(name)}" ${descending ? 'desc' : 'asc'}`);
  return {
    columns: asked.columns?.map((name) => columnOf(set, name)) ?? set.columns,
    ...{ list, page, ending: `order by ${names.join(', ')} limit ${limit}` },
  };
}

function addPlace(
  page: Conditions,
  sorted: readonly RecordColumn[],
  { after, descending }: { readonly after: readonly string[]; readonly descending: boolean },
): void {
  if (after.length !== sorted.length) throw badUserInput('A place has a value for each column of the order.');
  const names = sorted.map(({ name }) => `"${inSnakeCase(name)}"`);
  const values = sorted.map(({ name, type }, place) =>
    page.bind(checked(name, type, after[place] ?? ''), SQL_TYPES[type]),
  );
  const beyond = descending ? '<' : '>';
  page.add(`(${names.join(', ')}) ${beyond} (${values.join(', ')})`);
}
