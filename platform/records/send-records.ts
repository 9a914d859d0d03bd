import { badUserInput } from '../server/errors';
import { readMoment } from '../server/read-moment';
import type { Transaction } from '../transaction/transaction';
import type { RecordPage } from './condition';
import { inlined } from './inline';
import { pageSql } from './page-sql';
import { type ColumnType, inSnakeCase, type RecordSet, viewOf } from './record-set';

/** How records are written: for people and their spreadsheets, or for programs of ours, which read them back. */
export type RecordWriting = 'CSV' | 'TABBED';

/** A set, and how it is sent. */
export interface Sending {
  readonly set: RecordSet;
  readonly writing: RecordWriting;
  /** The day in London, of which it is told what is overdue. */
  readonly today: string;
}

/** Which records. */
export interface Choice extends Sending {
  /** SQL that a row of the set's view has to satisfy, its values as `$1`, `$2` …; all where there is none. */
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  /** The moment since which something of a row has to have changed, as somebody wrote it; all where there is none. */
  readonly changedSince?: unknown;
}

const chosen = new WeakMap<Transaction, string>();

/**
 * Counts the records, and has them sent once the operation has answered, from the same snapshot: what was counted is what comes.
 * One operation sends one set. Throws BAD_USER_INPUT for what is no moment.
 */
export async function sendRecords(
  transaction: Transaction,
  { conditions, values: bound, changedSince, ...sending }: Choice,
): Promise<number> {
  const { where, values } = narrowedBy({ conditions, values: bound, changedSince });
  const { set, writing } = sending;
  await choose(transaction, sending, inlined(copySql({ set, writing }, where), values));
  return countRows(transaction, { set, where, values });
}

function narrowedBy({
  conditions,
  values,
  changedSince,
}: Pick<Choice, 'conditions' | 'values' | 'changedSince'>) {
  const since = readMoment('changedSince', changedSince);
  const changed = since === null ? [] : [`changed_at >= $${values.length + 1}::timestamptz`];
  const all = [...conditions, ...changed];
  return {
    where: all.length > 0 ? `where ${all.join(' and ')}` : '',
    values: since === null ? values : [...values, since.toISOString()],
  };
}

/**
 * Has a page of records sent, as `sendRecords` does. Gives how many the list has on all its pages together, where that is asked; null
 * otherwise. Throws BAD_USER_INPUT for a page that there is not.
 */
export async function sendPage(
  transaction: Transaction,
  { page, ...sending }: Sending & { readonly page: RecordPage },
): Promise<number | null> {
  const { columns, list, page: onPage, ending } = pageSql(sending.set, page);
  const { set, writing } = sending;
  const copy = copySql({ set, writing, columns }, `where ${onPage.sql} ${ending}`);
  await choose(transaction, sending, inlined(copy, onPage.values));
  // A page is some thousand rows which indexes find; where they are thought dear, whole tables are read for it.
  await transaction.query("select set_config('random_page_cost', '1.1', true)");
  return page.isCounted
    ? countRows(transaction, { set, where: `where ${list.sql}`, values: list.values })
    : null;
}

/** The statement that sends the rows that `rows` leaves of the set's view. */
function copySql(
  {
    set,
    writing,
    columns = set.columns,
  }: Pick<Sending, 'set' | 'writing'> & Partial<Pick<RecordSet, 'columns'>>,
  rows: string,
): string {
  const written = columns.map(({ name, type }) => columnSql(name, type, writing));
  const how = writing === 'CSV' ? 'format csv, header true' : 'format text';
  return `copy (select ${written.join(', ')} from ${viewOf(set)} as held ${rows}) to stdout with (${how})`;
}

async function choose(transaction: Transaction, { today }: Sending, statement: string): Promise<void> {
  if (chosen.has(transaction)) throw badUserInput('Ask for one set of records at a time.');
  chosen.set(transaction, statement);
  await transaction.query(
    "select set_config('bi.today', $1, true), set_config('datestyle', 'ISO, YMD', true)",
    [today],
  );
}

interface Counted extends Pick<Choice, 'set' | 'values'> {
  readonly where: string;
}

async function countRows(transaction: Transaction, { set, where, values }: Counted): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `select count(*)::int as count from ${viewOf(set)} ${where}`,
    values,
  );
  return row?.count ?? 0;
}

/** The statement that sends what was chosen in a transaction; null where nothing was. */
export const chosenIn = (transaction: Transaction): string | null => chosen.get(transaction) ?? null;

/** What spreadsheets take for the beginning of a formula (`platform/files/csv.ts`), as a pattern of the database's. */
const FORMULA = "'^[\\s\\u00a0\\ufeff\\u200b]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]'";

/** What begins with a plain letter or digit is none, which is known in a hundredth of the time: nearly all texts do. */
const isPlain = (column: string): string =>
  `ascii(${column}) between 48 and 57 or ascii(${column}) between 65 and 90 or ascii(${column}) between 97 and 122`;

/** SQL of a column as it is written: days and moments in ISO, booleans in words, and no text that a spreadsheet would work out. */
function columnSql(name: string, type: ColumnType, writing: RecordWriting): string {
  const column = `"${inSnakeCase(name)}"`;
  if (type === 'boolean') return `${column}::text as "${name}"`;
  if (type === 'moment')
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;
  if (type === 'text' && writing === 'CSV')
    return `case when ${isPlain(column)} then ${column} when ${column} ~ ${FORMULA} then '''' || ${column} else ${column} end as "${name}"`;
  return `${column} as "${name}"`;
}
