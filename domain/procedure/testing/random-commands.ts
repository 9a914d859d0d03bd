import { addDays, type Day } from '../../calendar/day';
import { OUTCOMES } from '../../findings';
import { type CaseState, CONSENTS, type PointFinding } from '../case-state';
import { type CaseCaller, CORRECTABLE_DAYS, type Command, type FactsOf } from '../command';
import { outcomeOf } from '../commands/findings';
import { APPOINTMENTS, type CaseEvent, EVENTS, OTHER_BODIES, RISKS, SUSPENSION_GROUNDS } from '../events';
import { permittedEvents } from '../permitted';
import type { LiveProcedure } from '../stage-version';
import { MONA, OLIVE, OMAR } from './live-case';

/** Numbers that look random and are the same for the same seed: a linear congruential generator (Numerical Recipes). */
export function numbersOf(seed: number): (below: number) => number {
  let held = seed >>> 0;
  return (below) => {
    held = (Math.imul(held, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((held / 2 ** 32) * below);
  };
}

export type Numbers = ReturnType<typeof numbersOf>;

/** People whom commands name: officers, a manager, and four from outside. */
const PEOPLE = ['olive', 'omar', 'mona', 'ines', 'ivan', 'ida', 'pia'] as const;
const CALLERS: readonly CaseCaller[] = [
  ...[OLIVE, OLIVE, OLIVE, OLIVE, OLIVE, OMAR, OMAR, OMAR, MONA, MONA],
  { ...MONA, services: ['housing'] },
];

/** One of some, which must not be none. */
export function oneOf<Item>(numbers: Numbers, items: readonly Item[]): Item {
  const chosen = items[numbers(items.length)];
  if (chosen === undefined) throw new Error('There is none to choose from.');
  return chosen;
}

export const callerOf = (numbers: Numbers): CaseCaller => oneOf(numbers, CALLERS);

/** What a command is made of: a day about today's, people, and whether it is to be one that cannot be. */
interface Draw {
  readonly numbers: Numbers;
  readonly on: Day;
  readonly isMad: () => boolean;
  readonly person: () => string;
}

type Makers = Partial<{ readonly [Event in CaseEvent]: (draw: Draw) => FactsOf<Event> & Command }>;

const findingsOf = ({ numbers }: Draw): readonly PointFinding[] =>
  [1, 2].map((point) => ({ point, finding: oneOf(numbers, OUTCOMES) }));

const membersOf = ({ isMad, person }: Draw): readonly string[] =>
  isMad() ? ['ines', 'ines', 'pia'] : ['pia', 'paul', isMad() ? person() : 'peg'];

const APPOINTED = {
  INVESTIGATING_OFFICER: 'ines',
  INDEPENDENT_PERSON: 'ivan',
  ADJUDICATING_OFFICER: 'omar',
} as const;

const MAKERS: Makers = {
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
  assign: ({ isMad, person }) => ({
    ...{ event: 'assign', to: isMad() ? null : person(), group: null, serviceId: isMad() ? 'housing' : null },
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
  link: ({ numbers, isMad }) => ({
    ...{ event: 'link', complaintId: isMad() ? 'itself' : `other-${numbers(4)}` },
  }),
  changeParty: () => ({ event: 'changeParty', party: 'x/1/1' }),
  merge: ({ on, isMad }) => ({ event: 'merge', on, into: isMad() ? 'itself' : 'other-1' }),
  note: () => ({ event: 'note' }),
  attach: () => ({ event: 'attach', documents: ['x-1'] }),
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

/** Mostly something that is permitted in the state as it is, often what leads on; now and then anything. */
export function nextEvent(numbers: Numbers, procedure: LiveProcedure, state: CaseState | null): CaseEvent {
  if (state === null) return 'record';
  const permitted = permittedEvents({ procedure, state });
  if (permitted.length === 0 || numbers(10) === 0) return oneOf(numbers, EVENTS);
  const usual = permitted.filter(({ event }) => numbers(6) === 0 || !SELDOM.includes(event));
  const onward = usual.filter(({ event, leads }) => leads !== 'SAME' || event === 'appoint');
  const chosen = onward.length > 0 && numbers(2) === 0 ? onward : usual;
  return oneOf(numbers, chosen.length === 0 ? permitted : chosen).event;
}

/** A command of an event on about a day: mostly sensible, now and then on a day or with people that cannot be. */
export function randomCommand(
  event: CaseEvent,
  { numbers, today }: { readonly numbers: Numbers; readonly today: Day },
): Command | null {
  const isMad = () => numbers(12) === 0;
  const on = addDays(today, isMad() ? numbers(60) - 30 : -numbers(2));
  return MAKERS[event]?.({ numbers, on, isMad, person: () => oneOf(numbers, PEOPLE) }) ?? null;
}
