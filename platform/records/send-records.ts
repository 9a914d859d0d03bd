import { badUserInput } from '../server/errors';
import { readMoment } from '../server/read-moment';
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
  /** The moment since which something of a row has to have changed, as somebody wrote it; all where there is none. */
  readonly changedSince?: unknown;
  readonly writing: RecordWriting;
  /** The day in London, of which it is told what is overdue. */
  readonly today: string;
}

const chosen = new WeakMap<Transaction, string>();

/**
 * Counts the records, and has them sent once the operation has answered, from the same snapshot: what was counted is what comes.
 * One operation sends one set. Throws BAD_USER_INPUT for what is no moment.
 */
export async function sendRecords(
  transaction: Transaction,
  { set, writing, today, ...narrowing }: Choice,
): Promise<number> {
  if (chosen.has(transaction)) throw badUserInput('Ask for one set of records at a time.');
  const { where, values } = narrowedBy(narrowing);
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

/** The statement that sends what was chosen in a transaction; null where nothing was. */
export const chosenIn = (transaction: Transaction): string | null => chosen.get(transaction) ?? null;

/** What spreadsheets take for the beginning of a formula (`platform/files/csv.ts`), as a pattern of the database's. */
const FORMULA = "'^[\\s\\u00a0\\ufeff\\u200b]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]'";

/** SQL of a column as it is written: days and moments in ISO, booleans in words, and no text that a spreadsheet would work out. */
function columnSql(name: string, type: ColumnType, writing: RecordWriting): string {
  const column = `"${inSnakeCase(name)}"`;
  if (type === 'boolean') return `${column}::text as "${name}"`;
  if (type === 'moment')
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;
  if (type === 'text' && writing === 'CSV')
    return `case when ${column} ~ ${FORMULA} then '''' || ${column} else ${column} end as "${name}"`;
  return `${column} as "${name}"`;
}
