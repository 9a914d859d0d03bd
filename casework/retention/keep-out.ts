import type { Transaction } from '../../platform/transaction/transaction';
import type { StageState } from '../stages/stage-state';

/**
 * The same stages, without the people of those that were anonymised: what a system says again of the facts is recorded, and nobody
 * comes in again.
 */
export async function withoutAnonymised(
  transaction: Transaction,
  schema: string,
  stages: readonly StageState[],
): Promise<readonly StageState[]> {
  const rows = await transaction.query<{ stage_id: string }>(
    `select stage_id from "${schema}".anonymised_stage where stage_id = any ($1)`,
    [stages.map(({ row }) => row.id)],
  );
  const gone = new Set(rows.map(({ stage_id }) => stage_id));
  if (gone.size === 0) return stages;
  // What is personal of a stage's own is written with its account, and not without one.
  return stages.map((stage) => (gone.has(stage.row.id) ? { ...stage, account: null } : stage));
}
