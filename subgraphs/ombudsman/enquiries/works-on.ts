import type { OperationContext } from '../../../platform/server/subgraph';
import { keepNoAnswer } from '../../../platform/transaction/kept-answers';
import type { CaseRow } from '../tables';
import { isClearedFor } from './work';

/** Of some cases, those that the caller works on: officers, in person, as far as they are cleared and nothing is closed to them. */
export async function worksOnRows(
  { identity, transaction }: Pick<OperationContext, 'identity' | 'transaction'>,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  // Who is asked goes by the person, and not by the state of this part alone.
  keepNoAnswer(transaction);
  if (identity.role !== 'officer' || identity.credential !== undefined) return new Set();
  const rows = await transaction.query<Pick<CaseRow, 'id' | 'stream'>>(
    `select id, stream from ombudsman.ombudsman_case where id = any($1)
     and (complaint_id is null or coalesce(complaint_id <> all ((select ombudsman.closed_to_caller())::text[]), false))`,
    [caseIds],
  );
  return new Set(rows.filter(({ stream }) => isClearedFor(identity, stream)).map(({ id }) => id));
}
