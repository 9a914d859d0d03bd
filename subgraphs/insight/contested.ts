import type { Transaction } from '../../platform/transaction/transaction';
import type { StageFactRow } from './fact-tables';

/**
 * A stage that moves from one complaint to another (its parent was loaded late) is told of by two events: one
 * complaint without it, one with it. Whichever comes second, for a while both may claim the stage, or a late replay
 * may claim it again. It is counted once all the same, for the complaint whose id comes first; the other claim
 * waits in `contested_stage`, and holds as soon as the first one is withdrawn.
 */
export interface Contested {
  /** Stages among the claims that somebody else claims too. */
  readonly stageIds: ReadonlySet<string>;
  /** Whether any stage at all is contested. */
  readonly any: boolean;
}

type Claim = Pick<StageFactRow, 'stage_id' | 'complaint_id'>;

/**
 * Withdraws what `complaintIds` claimed before, sets aside what others hold of the stages in `claims`, and tells
 * which are contested: their claims go to `contested_stage`, and `settleContested` decides.
 */
export async function setAsideContested(
  transaction: Transaction,
  { complaintIds, claims }: { complaintIds: readonly string[]; claims: readonly Claim[] },
): Promise<Contested> {
  await transaction.query('delete from insight.contested_stage where complaint_id = any($1)', [complaintIds]);
  await transaction.query(
    `with held as (
       delete from insight.stage_fact
       where stage_id = any($1) and complaint_id <> all($2)
       returning *)
     insert into insight.contested_stage select * from held`,
    [claims.map(({ stage_id }) => stage_id), complaintIds],
  );
  const waiting = await transaction.query<{ stage_id: string }>(
    'select stage_id from insight.contested_stage',
  );
  const stageIds = new Set([...waiting.map(({ stage_id }) => stage_id), ...claimedTwice(claims)]);
  return { stageIds, any: stageIds.size > 0 };
}

/** Gives each stage that nobody holds to the first of those who claim it. */
export async function settleContested(transaction: Transaction): Promise<void> {
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

function claimedTwice(claims: readonly Claim[]): string[] {
  const seen = new Set<string>();
  return claims.map(({ stage_id }) => stage_id).filter((id) => seen.has(id) || !seen.add(id));
}
