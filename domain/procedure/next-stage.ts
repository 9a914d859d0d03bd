import type { CaseState } from './case-state';
import { latestStage, versionOfStage } from './permitted';
import type { LiveProcedure } from './stage-version';

/** The number of the stage that follows the latest; by its procedure, or the next number where that does not say. */
export function nextStageNumber(procedure: LiveProcedure, state: CaseState): number {
  const latest = latestStage(state);
  const next = versionOfStage(procedure, latest)?.next ?? [];
  return next.find((one) => typeof one === 'number') ?? latest.number + 1;
}
