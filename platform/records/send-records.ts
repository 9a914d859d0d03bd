import { badUserInput } from '../server/errors';
import type { Transaction } from '../transaction/transaction';
import { inlined } from './inline';
import { type ColumnType, inSnakeCase, type RecordSet, viewOf } from './record-set';

/** How records are written: for people and their spreadsheets, or for programs of ours, which read them back. */
export type RecordWriting = 'CSV' | 'TABBED';

/** Which records. */
export interface Choice {
  readonly set: RecordSet;
  /** SQL that a row of the set's view has to satisfy, its values as `$1`, `$2` …; all where there is none. */
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  readonly writing: RecordWriting;
  /** The day in London, of which it is told what is overdue. */
  readonly today: string;
}

const chosen = new WeakMap<Transaction, string>();

/**
 * Counts the records, and has them sent once the operation has answered, from the same snapshot: what was counted is what comes.
 * One operation sends one set.
 */
export async function sendRecords(
  transaction: Transaction,
  { set, conditions, values, writing, today }: Choice,
): Promise<number> {
  if (chosen.has(transaction)) throw badUserInput('Ask for one set of records at a time.');
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const columns = set.columns.map(({ name, type }) => columnSql(name, type, writing));
  const how = writing === 'CSV' ? 'format csv, header true' : 'format text';
  chosen.set(
    transaction,
    inlined(
      `copy (select ${columns.join(', ')} from ${viewOf(set)} ${where}) to stdout with (${how})`,
      values,
    ),
  );
  await transaction.query(
    "select set_config('bi.today', $1, true), set_config('datestyle', 'ISO, YMD', true)",
    [today],
  );
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
