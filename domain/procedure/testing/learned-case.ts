import { toDay } from '../../calendar/day';
import { applyLearning } from '../apply-learning';
import type { CaseState, StageOfCase } from '../case-state';
import type { CaseCaller, Decision } from '../command';
import { decideLearning } from '../decide-learning';
import { NOTHING_LEARNED } from '../learning';
import type { LearningFacts } from '../learning-facts';

/** A stage that was received on 2 March 2026 and answered on 16 March, unless it is said otherwise. */
export const answeredStage = (changes: Partial<StageOfCase> = {}): StageOfCase => ({
  ...{ number: 1, state: 'ANSWERED', suspendedFrom: null, route: null },
  ...{ receivedOn: toDay('2026-03-02'), acknowledgedOn: toDay('2026-03-03'), planAgreedOn: null },
  ...{ plannedFor: null, statementAgreedOn: null, investigationReportedOn: null, panelHeldOn: null },
  ...{ panelReportedOn: null, answeredOn: toDay('2026-03-16'), nextRequestedOn: null },
  ...{ endedOn: toDay('2026-03-16'), outcome: 'UPHELD', findings: [], closureReason: 'ANSWERED' },
  ...{ extensions: [], suspensions: [], appointed: [], panel: [], handledBy: [], isInherited: false },
  ...changes,
});

/** A complaint about waste, with a stage that was answered. */
export const answeredCase = (changes: Partial<CaseState> = {}): CaseState => ({
  ...{ stream: 'corporate', version: 3, stages: [answeredStage()], consent: 'NOT_NEEDED', channel: null },
  ...{ serviceId: 'waste', theme: null, assignedTo: null, assignedGroup: null, isAccepted: true },
  ...{
    complainedAbout: [],
    linkedTo: [],
    mergedInto: null,
    isSettled: false,
    risk: null,
    coordinatedWith: [],
    learning: NOTHING_LEARNED,
  },
  ...changes,
});

export const OFFICER: CaseCaller = { subject: 'olive', role: 'officer', services: [] };
export const WASTE_MANAGER: CaseCaller = { subject: 'mona', role: 'manager', services: ['waste'] };

/** What becomes of a command on 1 April 2026. */
export const decideOn = (
  state: CaseState,
  command: LearningFacts,
  { caller = OFFICER, today = '2026-04-01' } = {},
): Decision => decideLearning({ state, command, caller, today: toDay(today) });

/** The complaint after commands that are permitted; a command that is refused throws its code. */
export function learned(state: CaseState, ...commands: readonly LearningFacts[]): CaseState {
  let held = state;
  for (const facts of commands) {
    const decision = decideOn(held, facts);
    if (decision.isRefused) throw new Error(decision.refusal.code);
    const place = held.version + 1;
    const learning = applyLearning(held.learning, { place, stage: decision.stage, facts });
    held = { ...held, version: place, learning };
  }
  return held;
}

/** The code and the part of a refusal; null of what is permitted. */
export const refusalOf = (decision: Decision): readonly [string, string | null] | null =>
  decision.isRefused ? [decision.refusal.code, decision.refusal.part] : null;
