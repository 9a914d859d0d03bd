import type { CommandRefusal, FactsOf } from './command';
import type { PromiseOfCase } from './learning';
import {
  type AnsweredQuestion,
  answeredOnOf,
  isOpenPromise,
  learningRefusals,
  misplacedDay,
} from './learning-question';

type OfPromise = FactsOf<'promise' | 'keepPromise' | 'movePromise' | 'dropPromise'>;
type Follows = Exclude<OfPromise, { readonly event: 'promise' }>;

const refused = learningRefusals({
  DUE_BEFORE_ANSWER: [
    'DAY_BEFORE_EARLIER_STEP',
    'The action would be due before the answer that promises it. Give a day on or after the answer.',
    'dueOn',
  ],
  NO_OWNER: ['OWNER_MISSING', 'Nobody would have to do it. Say who: a person, or a service.', 'owner'],
  UNKNOWN: [
    'PROMISE_UNKNOWN',
    'This complaint has no such promise. Read its promises, and give the place of one.',
    'promise',
  ],
  SETTLED: [
    'PROMISE_SETTLED',
    'This promise was kept or given up already. Make another where something is still to be done.',
    'promise',
  ],
  IN_FUTURE: ['DAY_IN_FUTURE', 'The day has not come yet. Give the day on which it was done, or wait.', 'on'],
  TOO_EARLY: [
    'DAY_BEFORE_EARLIER_STEP',
    'The day is before the answer that made the promise. Give a day on or after it.',
    'on',
  ],
  NO_EVIDENCE: ['REASON_MISSING', 'Nothing shows that it was done. Say what does.', 'evidence'],
  NO_REASON: ['REASON_MISSING', 'Say why, so that it can be told to whoever waits for it.', 'reason'],
  SAME_DAY: ['NOTHING_CHANGES', 'It is due on that day already. Give another day.', 'to'],
  TO_THE_PAST: ['DAY_NOT_LATER', 'The new day is over. Give one that is not.', 'to'],
});

/** What is in the way of making a promise, keeping it, moving its day or giving it up; null where nothing is. */
export function refusePromise(ask: AnsweredQuestion<OfPromise>): CommandRefusal | null {
  const { command, answeredOn } = ask;
  if (command.event !== 'promise') return refuseFollowing({ ...ask, command });
  if (command.dueOn < answeredOn) return refused('DUE_BEFORE_ANSWER');
  return command.owner === null && command.serviceId === null ? refused('NO_OWNER') : null;
}

function refuseFollowing(ask: AnsweredQuestion<Follows>): CommandRefusal | null {
  const { command, state, today } = ask;
  const promise = state.learning.promises.find(({ place }) => place === command.promise);
  if (promise === undefined) return refused('UNKNOWN');
  if (!isOpenPromise(promise)) return refused('SETTLED');
  const misplaced = misplacedDay({ on: command.on, today, since: answeredOnOf(state, promise) });
  if (misplaced !== null) return refused(misplaced);
  return refuseWithoutWords(command) ?? refuseMove(command, promise);
}

function refuseWithoutWords(command: Follows): CommandRefusal | null {
  if (command.event === 'keepPromise') return command.hasEvidence ? null : refused('NO_EVIDENCE');
  return command.hasReason ? null : refused('NO_REASON');
}

function refuseMove(command: Follows, { dueOn }: PromiseOfCase): CommandRefusal | null {
  if (command.event !== 'movePromise') return null;
  if (command.to === dueOn) return refused('SAME_DAY');
  return command.to < command.on ? refused('TO_THE_PAST') : null;
}
