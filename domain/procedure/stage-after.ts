import type { PersonId, StageOfCase } from './case-state';
import type { Facts } from './command';
import { factDay } from './fact-day';
import type { LearningFacts } from './learning-facts';
import { versionOfStage } from './permitted';
import type { EventRule, LiveProcedure, StageVersion } from './stage-version';
import { endSuspensions, toldOfStage } from './told-of-stage';

/** The state in which a stage is left that went on to the next. */
export const LEFT_BEHIND = 'ESCALATED';

/** The state in which a clock stands still. */
export const SUSPENDED = 'SUSPENDED';

/** A stage after what happened in it: its days, its state, and whether it is over. */
export function stageAfter(
  procedure: LiveProcedure,
  stage: StageOfCase,
  { facts, by }: { readonly facts: Exclude<Facts, LearningFacts>; readonly by: PersonId },
): StageOfCase {
  const told = toldOfStage(facts.event, { stage, facts, by });
  const version = versionOfStage(procedure, told);
  const rule = ruleFor(version, stage, facts);
  if (version === null || rule === undefined) return told;
  return endedOrNot(version, withoutSuspension({ ...told, state: stateAfter(stage, rule) }, facts), facts);
}

/** The rule by which an event happened; all of one event in one state lead to the same, whatever the role. */
const ruleFor = (version: StageVersion | null, stage: StageOfCase, facts: Facts): EventRule | undefined =>
  version?.events.find(({ event, from }) => event === facts.event && from.includes(stage.state));

function stateAfter({ state, suspendedFrom }: StageOfCase, { leads }: EventRule): string {
  if (leads === 'SAME') return state;
  if (leads === 'PREVIOUS') return suspendedFrom ?? state;
  return 'state' in leads ? leads.state : LEFT_BEHIND;
}

/** A suspension ends with whatever leads out of it: the event that says so, or the end of the stage. */
function withoutSuspension(stage: StageOfCase, facts: Facts): StageOfCase {
  if (stage.suspendedFrom === null || stage.state === SUSPENDED) return stage;
  return {
    ...stage,
    suspendedFrom: null,
    suspensions: endSuspensions(stage.suspensions, factDay(facts)),
  };
}

function endedOrNot(version: StageVersion, stage: StageOfCase, facts: Facts): StageOfCase {
  const isEnded = version.states.some(({ name, isEnded }) => name === stage.state && isEnded);
  return { ...stage, endedOn: isEnded ? (stage.endedOn ?? factDay(facts)) : null };
}
