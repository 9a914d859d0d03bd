import { applyLearning, isLearning } from './apply-learning';
import { beginCase, beginStage } from './begin-case';
import type { CaseState } from './case-state';
import type { FactsOf, TimelineEntry } from './command';
import { nextStageNumber } from './next-stage';
import { latestStage } from './permitted';
import { stageAfter } from './stage-after';
import type { LiveProcedure } from './stage-version';

/**
 * A live complaint as its timeline tells it. The same entries always give the same, by the versions of the procedure that were
 * in force when its stages were received. Throws where the timeline is empty, or begins with anything but `record` or `takeOver`.
 */
export function caseOf({
  procedure,
  entries,
}: {
  readonly procedure: LiveProcedure;
  readonly entries: readonly TimelineEntry[];
}): CaseState {
  const state = entries.reduce<CaseState | null>(
    (before, entry) => applyEntry({ procedure, state: before, entry }),
    null,
  );
  if (state === null) throw new Error('A complaint without a timeline is none.');
  return state;
}

/** The complaint after one more entry; `state` is null before the first. */
export function applyEntry({
  procedure,
  state,
  entry,
}: {
  readonly procedure: LiveProcedure;
  readonly state: CaseState | null;
  readonly entry: Pick<TimelineEntry, 'stage' | 'by' | 'facts'>;
}): CaseState {
  const { facts, stage, by } = entry;
  const begins = facts.event === 'record' || facts.event === 'takeOver';
  if (state === null) {
    if (begins) return beginCase(procedure, facts);
    throw new Error('A timeline begins with a complaint that was recorded or taken over.');
  }
  const version = state.version + 1;
  if (begins) return { ...state, version };
  if (isLearning(facts))
    return { ...state, version, learning: applyLearning(state.learning, { place: version, stage, facts }) };
  const told = { facts, by };
  return { ...state, ...toldOfCase(state, told), version, stages: stagesAfter(procedure, state, told) };
}

/** What happened, learning apart, and who did it. */
type Told = Parameters<typeof stageAfter>[2];

function stagesAfter(procedure: LiveProcedure, state: CaseState, entry: Told): CaseState['stages'] {
  const { facts } = entry;
  const latest = latestStage(state);
  const earlier = state.stages.slice(0, -1);
  const after = stageAfter(procedure, latest, entry);
  if (facts.event !== 'escalate') {
    const isReceipt = facts.event === 'correctDate' && facts.which === 'RECEIVED';
    return [...(isReceipt ? askedOn(earlier, facts) : earlier), after];
  }
  const number = nextStageNumber(procedure, state);
  const { receivedOn } = facts;
  return [...earlier, after, beginStage({ procedure, number, receivedOn, route: 'ESCALATED' })];
}

/** The stage before was asked to go on when the corrected one was received. */
const askedOn = (earlier: CaseState['stages'], { to }: FactsOf<'correctDate'>): CaseState['stages'] =>
  earlier.map((stage, index) =>
    index === earlier.length - 1 && stage.nextRequestedOn !== null
      ? { ...stage, nextRequestedOn: to }
      : stage,
  );

const coordinated = (
  { coordinatedWith }: CaseState,
  { body, isLedHere }: FactsOf<'coordinate'>,
): CaseState['coordinatedWith'] => [
  ...coordinatedWith.filter((one) => one.body !== body),
  { body, isLedHere },
];

const assigned = ({ serviceId }: CaseState, { to, group, ...facts }: FactsOf<'assign'>) => ({
  ...{ assignedTo: to, assignedGroup: group, isAccepted: false },
  serviceId: facts.serviceId ?? serviceId,
});

const HANDED_ON = { assignedTo: null, assignedGroup: null, isAccepted: false } as const;

/** What an event changes of the complaint as a whole. */
function toldOfCase(state: CaseState, { facts, by }: Told): Partial<Omit<CaseState, 'version' | 'stages'>> {
  switch (facts.event) {
    case 'assign':
      return assigned(state, facts);
    case 'accept':
      return { assignedTo: by, isAccepted: true };
    // The next stage is somebody else's, and what was given back is given out anew.
    case 'handBack':
    case 'escalate':
      return HANDED_ON;
    case 'recordConsent':
      return { consent: facts.consent };
    case 'assessRisk':
      return { risk: facts.risk };
    case 'coordinate':
      return { coordinatedWith: coordinated(state, facts) };
    case 'link':
      return { linkedTo: [...state.linkedTo, facts.complaintId] };
    case 'merge':
      return { mergedInto: facts.into };
    case 'settle':
      return { isSettled: true };
    case 'reopen':
      return { mergedInto: null, isSettled: false };
    default:
      return {};
  }
}
