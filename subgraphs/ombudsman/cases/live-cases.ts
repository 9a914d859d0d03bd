import type { Transaction } from '../../../platform/transaction/transaction';

/** Of some cases, those that are worked on here: what the register says of them is left aside. */
export async function liveCases(
  transaction: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    'select distinct case_id as id from ombudsman.enquiry_entry where case_id = any($1)',
    [caseIds],
  );
  return new Set(rows.map(({ id }) => id));
}
