import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { contestedStage, type StageFactRow } from '../tables/fact-tables';

// A stage that moves from one complaint to another (its parent was loaded late) is in two events: one
// complaint without it, one with it. Whichever comes second, for a while both may claim the stage, and a late replay
// may claim it again. It is counted once all the same, for the complaint whose id comes first; the other claim waits
// in `contested_stage`, and holds as soon as the first one is withdrawn.

type Claim = Pick<StageFactRow, 'stage_id' | 'complaint_id'>;

/** Withdraws the waiting claims of `complaintIds`. Returns the stages that other complaints' claims wait for. */
export async function withdrawWaitingClaims(
  transaction: Transaction,
  complaintIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await transaction.query<{ stage_id: string }>(
    `with withdrawn as (delete from insight.contested_stage where complaint_id = any($1))
     select stage_id from insight.contested_stage where complaint_id <> all($1)`,
    [complaintIds],
  );
  return rows.map(({ stage_id }) => stage_id);
}

/** The stages that more than one of the claims names. */
export function stagesClaimedTwice(claims: readonly Claim[]): readonly string[] {
  const seen = new Set<string>();
  return claims.map(({ stage_id }) => stage_id).filter((id) => seen.has(id) || !seen.add(id));
}

/**
 * Puts contested claims beside those that have or wait for the same stages, and gives each stage that is free now
 * to the first of its claims.
 */
export async function settleContestedStages(
  transaction: Transaction,
  claims: readonly StageFactRow[],
): Promise<void> {
  await transaction.query(
    `with held as (delete from insight.stage_fact where stage_id = any($1) returning *)
     insert into insight.contested_stage select * from held`,
    [claims.map(({ stage_id }) => stage_id)],
  );
  await bulkUpsert(transaction, contestedStage, claims);
  await transaction.query(
    `with settled as (
       select distinct on (stage_id) * from insight.contested_stage waiting
       where not exists (select from insight.stage_fact held where held.stage_id = waiting.stage_id)
       order by stage_id, complaint_id collate "C"),
     withdrawn as (
       delete from insight.contested_stage using settled
       where contested_stage.stage_id = settled.stage_id and contested_stage.complaint_id = settled.complaint_id)
     insert into insight.stage_fact select * from settled`,
  );
}
