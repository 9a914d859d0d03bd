import type { Day } from '../calendar/day';
import type { CaseState, StageOfCase } from './case-state';
import type { FactsOf } from './command';
import { NOTHING_LEARNED } from './learning';
import { type LiveProcedure, stageVersion } from './stage-version';

/** The state in which a stage begins where the procedure has no version of it; `decide` lets none begin so. */
const UNKNOWN_BEGINNING = 'RECEIVED';

/** What nothing has happened to yet. */
const UNTOUCHED = {
  suspendedFrom: null,
  acknowledgedOn: null,
  planAgreedOn: null,
  plannedFor: null,
  statementAgreedOn: null,
  investigationReportedOn: null,
  panelHeldOn: null,
  panelReportedOn: null,
  answeredOn: null,
  nextRequestedOn: null,
  endedOn: null,
  outcome: null,
  findings: [],
  closureReason: null,
  extensions: [],
  suspensions: [],
  appointed: [],
  panel: [],
  handledBy: [],
} as const;

/** A stage on the day on which it was received, in the state in which its version of the procedure begins. */
export function beginStage(begun: {
  readonly procedure: LiveProcedure;
  readonly number: number;
  readonly receivedOn: Day;
  readonly route: StageOfCase['route'];
}): StageOfCase {
  const { procedure, number, receivedOn, route } = begun;
  const version = stageVersion({ procedure, stage: number, receivedOn });
  const state = version?.begins ?? UNKNOWN_BEGINNING;
  return { ...UNTOUCHED, number, receivedOn, route, state, isInherited: false };
}

/** A complaint as it begins: recorded here, or taken over from an inherited system. */
export function beginCase(
  procedure: LiveProcedure,
  facts: FactsOf<'record'> | FactsOf<'takeOver'>,
): CaseState {
  const { channel, serviceId, theme } = facts;
  const isRecorded = facts.event === 'record';
  return {
    stream: procedure.stream,
    version: 1,
    stages: isRecorded ? [firstStage(procedure, facts)] : facts.stages,
    consent: isRecorded ? facts.consent : 'NOT_NEEDED',
    ...{ channel, serviceId, theme },
    risk: null,
    coordinatedWith: [],
    assignedTo: null,
    assignedGroup: null,
    isAccepted: false,
    complainedAbout: isRecorded ? facts.complainedAbout : [],
    linkedTo: [],
    mergedInto: null,
    isSettled: false,
    learning: NOTHING_LEARNED,
  };
}

const firstStage = (procedure: LiveProcedure, { stage, receivedOn }: FactsOf<'record'>): StageOfCase =>
  beginStage({ procedure, number: stage, receivedOn, route: stage === 1 ? null : 'DIRECT' });
