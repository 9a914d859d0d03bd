import type { CommandRefusal, FactsOf } from './command';
import type { PromiseOfCase } from './learning';
import { type AnsweredQuestion, isOpenPromise, learningRefusal } from './learning-question';

type OfPromise = FactsOf<'promise' | 'keepPromise' | 'movePromise' | 'dropPromise'>;
type Follows = Exclude<OfPromise, { readonly event: 'promise' }>;

/** What is in the way of making a promise, keeping it, moving its day or giving it up; null where nothing is. */
export function refusePromise(ask: AnsweredQuestion<OfPromise>): CommandRefusal | null {
  const { command, answeredOn } = ask;
  if (command.event !== 'promise') return refuseFollowing({ ...ask, command });
  if (command.dueOn < answeredOn) return DUE_BEFORE_ANSWER;
  return command.owner === null && command.serviceId === null ? NO_OWNER : null;
}

function refuseFollowing(ask: AnsweredQuestion<Follows>): CommandRefusal | null {
  const { command, state, today } = ask;
  const promise = state.learning.promises.find(({ place }) => place === command.promise);
  if (promise === undefined) return UNKNOWN;
  if (!isOpenPromise(promise)) return SETTLED;
  if (command.on > today) return IN_FUTURE;
  const made = state.stages.find(({ number }) => number === promise.stage)?.answeredOn ?? null;
  if (made !== null && command.on < made) return BEFORE_ANSWER;
  return refuseWithoutWords(command) ?? refuseMove(command, promise);
}

function refuseWithoutWords(command: Follows): CommandRefusal | null {
  if (command.event === 'keepPromise') return command.hasEvidence ? null : NO_EVIDENCE;
  return command.hasReason ? null : NO_REASON;
}

function refuseMove(command: Follows, { dueOn }: PromiseOfCase): CommandRefusal | null {
  if (command.event !== 'movePromise') return null;
  if (command.to === dueOn) return SAME_DAY;
  return command.to < command.on ? TO_THE_PAST : null;
}

const DUE_BEFORE_ANSWER = learningRefusal(
  'DAY_BEFORE_EARLIER_STEP',
  'The action would be due before the answer that promises it. Give a day on or after the answer.',
  'dueOn',
);
const NO_OWNER = learningRefusal(
  'OWNER_MISSING',
  'Nobody would have to do it. Say who: a person, or a service.',
  'owner',
);
const UNKNOWN = learningRefusal(
  'PROMISE_UNKNOWN',
  'This complaint has no such promise. Read its promises, and give the place of one.',
  'promise',
);
const SETTLED = learningRefusal(
  'PROMISE_SETTLED',
  'This promise was kept or given up already. Make another where something is still to be done.',
  'promise',
);
const IN_FUTURE = learningRefusal(
  'DAY_IN_FUTURE',
  'The day has not come yet. Give the day on which it was done, or wait.',
  'on',
);
const BEFORE_ANSWER = learningRefusal(
  'DAY_BEFORE_EARLIER_STEP',
  'The day is before the answer that made the promise. Give a day on or after it.',
  'on',
);
const NO_EVIDENCE = learningRefusal(
  'REASON_MISSING',
  'Nothing shows that it was done. Say what does.',
  'evidence',
);
const NO_REASON = learningRefusal(
  'REASON_MISSING',
  'Say why, so that it can be told to whoever waits for it.',
  'reason',
);
const SAME_DAY = learningRefusal('NOTHING_CHANGES', 'It is due on that day already. Give another day.', 'to');
const TO_THE_PAST = learningRefusal('DAY_NOT_LATER', 'The new day is over. Give one that is not.', 'to');
