import type { Transaction } from '../../../platform/transaction/transaction';
import { finding, ombudsmanCase, remedy } from '../tables';
import { commandDone, enquiryEntry, enquiryWords } from './tables';

const COLUMNS = {
  ombudsman_case: ombudsmanCase.columns,
  finding: finding.columns,
  remedy: remedy.columns,
  enquiry_entry: enquiryEntry.columns,
  enquiry_words: enquiryWords.columns,
  command_done: commandDone.columns,
} as const;

/** Adds rows to a table in one statement; a row that is there already fails all of it, since nothing here is written twice. */
export async function insertRows(
  transaction: Transaction,
  table: keyof typeof COLUMNS,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const types = new Map(Object.entries(COLUMNS[table]));
  const names = Object.keys(first);
  await transaction.query(
    `insert into ombudsman.${table} (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb)
       as given (${names.map((name) => `${name} ${types.get(name)}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}
