import type { PersonId, StageOfCase, Suspension } from './case-state';
import type { CorrectableDay, FactsOf } from './command';
import type { CaseEvent, LearningEvent } from './events';

/** What learning is made of changes no stage: `applyLearning` folds it. */
type StageEvent = Exclude<CaseEvent, LearningEvent>;

/** What an event changes of the stage in which it happens, apart from its state and its end. */
type Changes = Partial<Omit<StageOfCase, 'number' | 'state'>>;

interface Happened<Event extends StageEvent> {
  readonly stage: StageOfCase;
  readonly facts: FactsOf<Event>;
  readonly by: PersonId;
}

type Told = { readonly [Event in StageEvent]: (happened: Happened<Event>) => Changes };

const nothing = (): Changes => ({});

const TOLD: Told = {
  record: nothing,
  takeOver: nothing,
  // One that comes again, after reopening, is not the day on which the complainant was told first.
  acknowledge: ({ stage, facts }) => ({ acknowledgedOn: stage.acknowledgedOn ?? facts.on }),
  agreePlan: ({ facts }) => ({ planAgreedOn: facts.on, plannedFor: facts.answerBy }),
  recordConsent: nothing,
  assign: nothing,
  accept: ({ stage, by }) => ({ handledBy: withPerson(stage, by) }),
  handBack: nothing,
  answer: ({ stage, facts, by }) => ({
    answeredOn: facts.on,
    outcome: facts.outcome,
    findings: facts.findings,
    closureReason: 'ANSWERED',
    handledBy: withPerson(stage, by),
  }),
  extend: ({ stage, facts: { limit, on, to, isForGoodReason } }) => ({
    extensions: [...stage.extensions, { limit, on, to, isForGoodReason }],
  }),
  suspend: ({ stage, facts }) => ({
    suspendedFrom: stage.state,
    suspensions: [...stage.suspensions, { ground: facts.ground, from: facts.on, to: null }],
  }),
  resume: nothing,
  escalate: ({ facts }) => ({ nextRequestedOn: facts.receivedOn }),
  withdraw: () => ({ closureReason: 'WITHDRAWN' }),
  refuse: ({ facts }) => ({ closureReason: facts.closureReason }),
  settle: () => ({ closureReason: 'RESOLVED_INFORMALLY' }),
  reopen: () => ({ answeredOn: null, outcome: null, findings: [], closureReason: null }),
  correctDate: ({ stage, facts }) => corrected(stage, facts),
  link: nothing,
  changeParty: nothing,
  merge: () => ({ closureReason: 'MERGED' }),
  note: nothing,
  attach: nothing,
  sendLetter: nothing,
  assessRisk: nothing,
  coordinate: nothing,
  arrangeAdvocate: nothing,
  appoint: ({ stage, facts: { as, person } }) => ({
    appointed: [...stage.appointed.filter((one) => one.as !== as), { as, person }],
  }),
  agreeStatement: ({ facts }) => ({ statementAgreedOn: facts.on }),
  reportInvestigation: ({ facts }) => ({ investigationReportedOn: facts.on, findings: facts.findings }),
  arrangePanel: ({ facts }) => ({ panel: facts.members }),
  holdPanel: ({ facts }) => ({ panelHeldOn: facts.on, panel: facts.members }),
  reportPanel: ({ facts }) => ({ panelReportedOn: facts.on, findings: facts.findings }),
  redate: nothing,
};

/** The stage as an event tells it, in the state that it had before. */
export function toldOfStage<Event extends StageEvent>(event: Event, happened: Happened<Event>): StageOfCase {
  return { ...happened.stage, ...TOLD[event](happened) };
}

const withPerson = ({ handledBy }: StageOfCase, person: PersonId): readonly PersonId[] =>
  handledBy.includes(person) ? handledBy : [...handledBy, person];

/** The names under which a stage has the days that may be corrected. */
export const DAY_NAMES = {
  RECEIVED: 'receivedOn',
  ACKNOWLEDGED: 'acknowledgedOn',
  ANSWERED: 'answeredOn',
} as const satisfies Readonly<Record<CorrectableDay, keyof StageOfCase>>;

/** A stage that ended with its answer ends on the answer's day, which was corrected. */
function corrected(stage: StageOfCase, { which, to }: FactsOf<'correctDate'>): Changes {
  const isEnd = which === 'ANSWERED' && stage.endedOn === stage.answeredOn;
  return { [DAY_NAMES[which]]: to, ...(isEnd ? { endedOn: to } : {}) };
}

/** A suspension that was open ends on a day. */
export const endSuspensions = (
  suspensions: readonly Suspension[],
  to: Suspension['to'],
): readonly Suspension[] => suspensions.map((one) => (one.to === null ? { ...one, to } : one));
