import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

/**
 * Whoever adds cases or references waits here for whoever else does, until the end of its transaction: neither would
 * see what the other has not committed, and the two would never be joined.
 */
export async function waitToJoin(transaction: Transaction): Promise<void> {
  await lockName(transaction, 'ombudsman.join');
}

/** The cases to look at: those with these ids, or those that a change of these complaints may concern. */
export type Concerned =
  | { readonly caseIds: readonly string[] }
  | { readonly complaintIds: readonly string[]; readonly keys: readonly string[] };

/**
 * Gives each case the complaint that has our reference: by the reference as it was typed, else by its digits; of the
 * case's own stream, where that is known. Of several the one whose stage of that reference was received last, and of
 * equal days the one whose id comes first. A partner's case has none. Returns the ids of the cases that changed.
 */
export async function joinComplaints(
  transaction: Transaction,
  concerned: Concerned,
): Promise<readonly string[]> {
  const { condition, values } = conditionOf(concerned);
  const rows = await transaction.query<{ id: string }>(
    `with found as (
       select id, complaint_id, (
         select known.complaint_id from ombudsman.reference_of_complaint known
         where held.partner is null
           and known.reference_key in (held.our_reference_key, held.our_reference_digits)
           and (held.stream is null or known.stream = held.stream)
         order by (known.reference_key = held.our_reference_key) desc, known.received_on desc,
           known.complaint_id collate "C"
         limit 1) as fitting
       from ombudsman.ombudsman_case held where ${condition}),
     changed as (
       update ombudsman.ombudsman_case held set complaint_id = found.fitting, version = held.version + 1
       from found where found.id = held.id and found.complaint_id is distinct from found.fitting
       returning held.id)
     select id from changed`,
    values,
  );
  return rows.map(({ id }) => id);
}

function conditionOf(concerned: Concerned): { condition: string; values: readonly unknown[] } {
  if ('caseIds' in concerned) return { condition: 'held.id = any($1)', values: [concerned.caseIds] };
  return {
    condition: `(held.complaint_id = any($1) or held.our_reference_key = any($2)
      or held.our_reference_digits = any($2))`,
    values: [concerned.complaintIds, concerned.keys],
  };
}
