import type { CaseState, StageOfCase } from './case-state';
import { type EventRule, type LiveProcedure, type StageVersion, stageVersion } from './stage-version';

/** The latest stage of a complaint. Throws where there is none, which no timeline leads to. */
export function latestStage({ stages }: CaseState): StageOfCase {
  const latest = stages.at(-1);
  if (latest === undefined) throw new Error('A complaint has at least one stage.');
  return latest;
}

/** The version of the procedure by which a stage goes: the one in force on the day it was received. */
export const versionOfStage = (
  procedure: LiveProcedure,
  stage: Pick<StageOfCase, 'number' | 'receivedOn'>,
): StageVersion | null => stageVersion({ procedure, stage: stage.number, receivedOn: stage.receivedOn });

/** What the procedure lets happen to a complaint as it stands, each with the roles to whom it is open. */
export function permittedEvents({
  procedure,
  state,
}: {
  readonly procedure: LiveProcedure;
  readonly state: CaseState;
}): EventRule[] {
  const stage = latestStage(state);
  const events = versionOfStage(procedure, stage)?.events ?? [];
  return events.filter((rule) => rule.from.includes(stage.state));
}
