import { addDays, type Day } from '../../calendar/day';
import { OUTCOMES } from '../../findings';
import { type CaseState, CONSENTS, type PointFinding } from '../case-state';
import { type CaseCaller, CORRECTABLE_DAYS, type Command, type FactsOf } from '../command';
import { outcomeOf } from '../commands/findings';
import { permittedLearning } from '../decide-learning';
import {
  APPOINTMENTS,
  type CaseEvent,
  EVENTS,
  type LearningEvent,
  OTHER_BODIES,
  RISKS,
  SUSPENSION_GROUNDS,
} from '../events';
import { permittedEvents } from '../permitted';
import type { LiveProcedure } from '../stage-version';
import { MONA, OLIVE, OMAR } from './live-case';
import { type Draw, type Numbers, oneOf } from './random-draw';
import { LEARNING_MAKERS } from './random-learning';

/** People whom commands name: officers, a manager, and four from outside. */
const PEOPLE = ['olive', 'omar', 'mona', 'ines', 'ivan', 'ida', 'pia'] as const;
const CALLERS: readonly CaseCaller[] = [
  ...[OLIVE, OLIVE, OLIVE, OLIVE, OLIVE, OMAR, OMAR, OMAR, MONA, MONA],
  { ...MONA, services: ['housing'] },
];

export const callerOf = (numbers: Numbers): CaseCaller => oneOf(numbers, CALLERS);

type Makers = Partial<{ readonly [Event in CaseEvent]: (draw: Draw) => FactsOf<Event> & Command }>;

/** Complaints that a command may name beside its own, as who plays it has them: two that go on, one that was merged, and none. */
export const OTHERS = ['other-goes-on', 'other-goes-on-too', 'other-merged', 'other-nowhere'] as const;

const otherOf = ({ numbers, isMad }: Draw): string => (isMad() ? ITSELF : oneOf(numbers, OTHERS));

/** How commands name the complaint that they are about, and the first of its people. */
export const ITSELF = 'itself';
export const FIRST_PARTY = 'itself/1/1';

const findingsOf = ({ numbers }: Draw): readonly PointFinding[] =>
  [1, 2].map((point) => ({ point, finding: oneOf(numbers, OUTCOMES) }));

const membersOf = ({ isMad, person }: Draw): readonly string[] =>
  isMad() ? ['ines', 'ines', 'pia'] : ['pia', 'paul', isMad() ? person() : 'peg'];

/** Two of the directory, and one that it does not have. */
export const SERVICES = ['waste', 'housing', 'nowhere'] as const;

const APPOINTED = {
  INVESTIGATING_OFFICER: 'ines',
  INDEPENDENT_PERSON: 'ivan',
  ADJUDICATING_OFFICER: 'omar',
} as const;

const MAKERS: Makers = {
  ...LEARNING_MAKERS,
  record: ({ numbers, on, isMad }) => ({
    ...{ event: 'record', stage: isMad() ? 2 : 1, receivedOn: on, hasDirectReason: !isMad(), callId: null },
    ...{ channel: oneOf(numbers, ['Phone', 'Email']), serviceId: 'waste', theme: null },
    ...{ consent: oneOf(numbers, CONSENTS), complainedAbout: ['ida'] },
  }),
  acknowledge: ({ on }) => ({ event: 'acknowledge', on }),
  agreePlan: ({ numbers, on, isMad }) => ({
    ...{ event: 'agreePlan', on, answerBy: addDays(on, numbers(isMad() ? 400 : 60)) },
  }),
  recordConsent: ({ on, isMad }) => ({ event: 'recordConsent', on, consent: isMad() ? 'REFUSED' : 'GIVEN' }),
  assign: ({ numbers, isMad, person }) => ({
    ...{ event: 'assign', to: isMad() ? null : person(), group: null },
    serviceId: numbers(6) === 0 ? oneOf(numbers, SERVICES) : null,
  }),
  accept: () => ({ event: 'accept' }),
  handBack: ({ isMad }) => ({ event: 'handBack', hasReason: !isMad() }),
  answer: (draw) => {
    const findings = findingsOf(draw);
    const whole = draw.isMad() ? null : outcomeOf(findings);
    return { event: 'answer', on: draw.on, outcome: whole ?? oneOf(draw.numbers, OUTCOMES), findings };
  },
  extend: ({ numbers, on, isMad }) => ({
    ...{ event: 'extend', limit: isMad() ? 'NONE' : oneOf(numbers, ['ANSWER', 'ANSWER', 'BACKSTOP']), on },
    ...{
      to: addDays(on, numbers(isMad() ? 400 : 60)),
      hasReason: !isMad(),
      isForGoodReason: numbers(4) === 0,
    },
  }),
  suspend: ({ numbers, on, isMad }) => ({
    ...{ event: 'suspend', on, ground: oneOf(numbers, SUSPENSION_GROUNDS), hasReason: !isMad() },
  }),
  resume: ({ on }) => ({ event: 'resume', on }),
  escalate: ({ numbers, on }) => ({ event: 'escalate', receivedOn: on, hasLateReason: numbers(3) === 0 }),
  withdraw: ({ on }) => ({ event: 'withdraw', on }),
  refuse: ({ on, isMad }) => ({
    ...{ event: 'refuse', on, hasReason: !isMad(), closureReason: isMad() ? 'NO_CONSENT' : 'OUTSIDE_SCOPE' },
  }),
  settle: ({ on }) => ({ event: 'settle', on }),
  reopen: ({ on, isMad }) => ({ event: 'reopen', on, hasReason: !isMad() }),
  correctDate: ({ numbers, on, isMad }) => ({
    ...{ event: 'correctDate', which: oneOf(numbers, CORRECTABLE_DAYS), from: null, hasReason: !isMad() },
    to: addDays(on, -numbers(10)),
  }),
  link: (draw) => ({ event: 'link', complaintId: otherOf(draw) }),
  changeParty: ({ isMad }) => ({ event: 'changeParty', party: isMad() ? 'nobody' : FIRST_PARTY }),
  merge: (draw) => ({ event: 'merge', on: draw.on, into: otherOf(draw) }),
  note: () => ({ event: 'note' }),
  attach: () => ({ event: 'attach', documents: ['x-1'] }),
  sendLetter: ({ on }) => ({
    ...{ event: 'sendLetter', letter: 'x-2', kind: 'ANSWER', on, how: 'POST', documents: ['x-3'] },
  }),
  arrangeAdvocate: ({ on }) => ({ event: 'arrangeAdvocate', on }),
  appoint: ({ numbers, isMad, person }) => {
    const as = oneOf(numbers, APPOINTMENTS);
    return { event: 'appoint', as, person: isMad() ? person() : APPOINTED[as] };
  },
  agreeStatement: ({ on }) => ({ event: 'agreeStatement', on }),
  reportInvestigation: (draw) => ({
    ...{ event: 'reportInvestigation', on: draw.on, findings: findingsOf(draw) },
  }),
  arrangePanel: (draw) => ({ event: 'arrangePanel', on: draw.on, members: membersOf(draw) }),
  holdPanel: (draw) => ({ event: 'holdPanel', on: draw.on, members: membersOf(draw) }),
  reportPanel: (draw) => ({ event: 'reportPanel', on: draw.on, findings: findingsOf(draw) }),
  assessRisk: ({ numbers, on }) => ({ event: 'assessRisk', on, risk: oneOf(numbers, RISKS) }),
  coordinate: ({ numbers, on, isMad }) => ({
    ...{ event: 'coordinate', on, body: oneOf(numbers, OTHER_BODIES), isLedHere: isMad() },
  }),
};

/** Ends without an answer, and rests: they come seldom, so that sequences get far. */
const SELDOM: readonly CaseEvent[] = ['withdraw', 'merge', 'refuse', 'settle', 'suspend', 'reopen'];

/** One command in so many is about what is learned, once there is an answer. */
const LEARNING_SHARE = 4;

/** Mostly something that is permitted in the state as it is, often what leads on; now and then anything. */
export function nextEvent(numbers: Numbers, procedure: LiveProcedure, state: CaseState | null): CaseEvent {
  if (state === null) return 'record';
  const learning = permittedLearning(state);
  if (learning.length > 0 && numbers(LEARNING_SHARE) === 0) return nextLearning(numbers, learning);
  const permitted = permittedEvents({ procedure, state });
  if (permitted.length === 0 || numbers(10) === 0) return oneOf(numbers, EVENTS);
  const usual = permitted.filter(({ event }) => numbers(6) === 0 || !SELDOM.includes(event));
  const onward = usual.filter(({ event, leads }) => leads !== 'SAME' || event === 'appoint');
  const chosen = onward.length > 0 && numbers(2) === 0 ? onward : usual;
  return oneOf(numbers, chosen.length === 0 ? permitted : chosen).event;
}

/** As often what comes of a promise or a recommendation that there is as another one. */
function nextLearning(numbers: Numbers, permitted: readonly LearningEvent[]): LearningEvent {
  const follows = permitted.filter((event) => !BEGINS.includes(event));
  return oneOf(numbers, follows.length > 0 && numbers(2) === 0 ? follows : permitted);
}

const BEGINS: readonly LearningEvent[] = ['promise', 'nameCauses', 'recommend'];

/** A command of an event on about a day: mostly sensible, now and then on a day or with people that cannot be. */
export function randomCommand(
  event: CaseEvent,
  { today, ...drawn }: Pick<Draw, 'numbers' | 'state'> & { readonly today: Day },
): Command | null {
  const { numbers } = drawn;
  const isMad = () => numbers(12) === 0;
  const on = addDays(today, isMad() ? numbers(60) - 30 : -numbers(2));
  return MAKERS[event]?.({ ...drawn, on, isMad, person: () => oneOf(numbers, PEOPLE) }) ?? null;
}
